package dev.kindred.search.recommendation;

import static dev.kindred.search.recommendation.Vectors.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.search.recommendation.Recommender.Wish;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the sample papers, with a real model and index. */
class ReasonsTest {
  private static final String GLACIER = "sample-glacier-surge-basal-water";

  @TempDir private static Path folder;
  private static SamplePapers samples;

  @BeforeAll
  static void fillTheIndex() throws IOException {
    samples = new SamplePapers(folder.resolve("store"));
  }

  @AfterAll
  static void close() {
    samples.close();
  }

  /** Which words of the paper about glaciers are the reason, for somebody who likes this text. */
  private static List<String> words(String liked) {
    Examples examples = new Examples(List.of(new Example.OfText(liked)), List.of(), Set.of());
    try (IndexView view = samples.index.view()) {
      RankedPapers ranked =
          new Recommender(samples.model, 100)
              .recommend(
                  view,
                  new Wish(examples, Strategy.MEAN, Filter.NONE, Diversity.NONE),
                  SamplePapers.random(view));
      return Vectors.of(ranked.reasons().of(List.of(id(GLACIER)), view), id(GLACIER)).words();
    }
  }

  @Test
  void wordsThatManyPapersHaveAreNoReasonHoweverOftenTheExampleHasThem() {
    String plain = "Glaciers surge when water below them is trapped. ";
    List<String> telling = words(plain);
    assertThat(telling).contains("surge", "Trapped");
    assertThat(words(plain + "We show what we show, and we show by how many per cent. ".repeat(5)))
        .containsExactlyElementsOf(telling);
    assertThat(words("We show what we show, and we show by how many per cent.")).isEmpty();
  }

  @Test
  void aWordIsCommonInATenthOfThePapersButNeverInThree() {
    assertThat(Reasons.leastIdf(2)).isNegative();
    assertThat(Reasons.leastIdf(20)).isCloseTo(Math.log(6), within(.001));
    assertThat(Reasons.leastIdf(77_041)).isBetween(2.30, 2.31);
  }
}
