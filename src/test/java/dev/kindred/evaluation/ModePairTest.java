package dev.kindred.evaluation;

import static dev.kindred.search.SearchMode.HYBRID;
import static dev.kindred.search.SearchMode.LEXICAL;
import static dev.kindred.search.SearchMode.SEMANTIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.search.SearchMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModePairTest {
  private static ModeResult scored(SearchMode mode, double ndcg) {
    return new ModeResult(mode, List.of(), new Scores(ndcg, 0, 0), new Interval(0, 1));
  }

  @Test
  void hybridIsComparedWithTheBetterLeg() {
    assertThat(
            ModePair.obvious(
                List.of(scored(SEMANTIC, .5), scored(LEXICAL, .6), scored(HYBRID, .9))))
        .contains(new ModePair(HYBRID, LEXICAL));
    assertThat(
            ModePair.obvious(
                List.of(scored(SEMANTIC, .5), scored(LEXICAL, .4), scored(HYBRID, .1))))
        .contains(new ModePair(HYBRID, SEMANTIC));
  }

  @Test
  void withoutHybridTheBetterLegIsComparedWithTheOther() {
    assertThat(ModePair.obvious(List.of(scored(SEMANTIC, .5), scored(LEXICAL, .6))))
        .contains(new ModePair(LEXICAL, SEMANTIC));
  }

  @Test
  void aLoneModeIsComparedWithNothing() {
    assertThat(ModePair.obvious(List.of(scored(HYBRID, .5)))).isEmpty();
    assertThat(ModePair.obvious(List.of(scored(LEXICAL, .5)))).isEmpty();
  }
}
