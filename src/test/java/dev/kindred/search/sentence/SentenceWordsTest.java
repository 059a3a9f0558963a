package dev.kindred.search.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.Token;
import dev.kindred.paper.sentence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentenceWordsTest {
  private static final Map<String, Double> KELP_AND_CRAB = Map.of("kelp", 6.0, "crab", 2.0);

  @Test
  void aRareWordCoversMoreThanACommonOne() {
    double[] coverage = coverage(KELP_AND_CRAB, "kelp drift", "crab drift", "weed drift");

    assertThat(coverage[0]).isGreaterThan(coverage[1]);
    assertThat(coverage[1]).isGreaterThan(coverage[2]);
    assertThat(coverage[2]).isZero();
  }

  @Test
  void moreOfTheWordsCoverMoreThanOneOfThemAgainAndAgain() {
    double[] coverage = coverage(Map.of("kelp", 4.0, "crab", 4.0), "kelp crab x", "kelp kelp kelp");

    assertThat(coverage[0]).isGreaterThan(coverage[1]);
  }

  @Test
  void nothingIsCoveredMoreThanWhole() {
    double[] coverage = coverage(KELP_AND_CRAB, "kelp crab ".repeat(100) + "x", "x");

    assertThat(coverage[0]).isBetween(.9, 1.0);
  }

  @Test
  void aQueryWithoutWordsCoversNothing() {
    assertThat(coverage(Map.of(), "kelp", "crab")).containsExactly(0, 0);
  }

  @Test
  void sentencesWithoutWordsCoverNothing() {
    assertThat(SentenceWords.coverage(List.of(new Span(0, 3)), List.of(), KELP_AND_CRAB))
        .containsExactly(0);
  }

  /** Of sentences that consist of stems. */
  private static double[] coverage(Map<String, Double> weights, String... sentences) {
    List<Span> spans = new ArrayList<>();
    List<Token> matches = new ArrayList<>();
    int at = 0;
    for (String sentence : sentences) {
      int start = at;
      for (String stem : List.of(sentence.split(" ", -1))) {
        if (weights.containsKey(stem)) {
          matches.add(new Token(stem, Optional.of(stem), at, at + stem.length()));
        }
        at += stem.length() + 1;
      }
      spans.add(new Span(start, at - 1));
    }
    return SentenceWords.coverage(spans, matches, weights);
  }
}
