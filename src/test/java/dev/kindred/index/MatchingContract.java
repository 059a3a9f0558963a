package dev.kindred.index;

import static dev.kindred.index.Samples.by;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.ids;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.paper.PaperId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link IndexView} must find by words, and with which score. */
public abstract class MatchingContract extends IndexedPapers {
  @Test
  void wordsOfTitleAbstractAndAuthorsAreFound() {
    put(
        by(paper("a", "Drought stress", "Roots sense water."), "Grace Hopper"),
        paper("b", "Galaxies", "Stars and hoppers."));

    assertThat(matching("drought")).containsExactly(id("a"));
    assertThat(matching("ROOT")).containsExactly(id("a"));
    assertThat(matching("star")).containsExactly(id("b"));
    assertThat(matching("grace")).containsExactly(id("a"));
  }

  @Test
  void theTitleCountsMoreThanTheAbstract() {
    put(paper("a", "Grey", "mamba seen here"), paper("b", "Mamba", "grey seen here"));

    assertThat(matching("mamba")).containsExactly(id("b"), id("a"));
  }

  @Test
  void accentsAndLigaturesMakeNoDifference() {
    put(by(paper("a", "Schrödinger e\uFB03ciency", ""), "Kurt Gödel"));

    assertThat(matching("schrodinger")).containsExactly(id("a"));
    assertThat(matching("efficiency")).containsExactly(id("a"));
    assertThat(matching("Godel")).containsExactly(id("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "the of and", "?!", "-- && ||", "zebra", "\u0000", "\uD800 a", "\"("})
  void aTextWithoutAKnownWordFindsNothing(String text) {
    put(by(paper("a", "A title", "Something of the kind"), "A. The"));

    assertThat(matching(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mamba AND NOT (",
        "title:mamba",
        "mamba:",
        "mamba~2^9 \"",
        "+mamba -\\",
        "*mamba?"
      })
  void aTextHasNoSyntax(String text) {
    put(paper("a", "Mamba", "x"));

    assertThat(matching(text)).containsExactly(id("a"));
  }

  @ParameterizedTest
  @CsvSource({
    "WHO guidelines, who guidelin",
    "who wrote guidelines on the CAN bus, can bu guidelin",
    "the DiD estimator and US wages, did estim us wage",
    "WHO's advice, who advic",
    "who wrote about graphs, graph",
    "Who can tell us about talking heads?, talk head",
    "Give me a list, list",
    "WHO, who"
  })
  void wordsThatOnlyAskAreLeftOutUnlessInCapitals(String question, String terms) {
    try (IndexView view = index.view()) {
      assertThat(view.weights(Words.of(question))).containsOnlyKeys(terms.split(" "));
    }
  }

  @Test
  void aWordInCapitalsIsSearchedWithTheOthers() {
    put(
        paper("who", "Advice of the WHO", "x"),
        paper("both", "WHO guidelines", "x"),
        paper("bus", "A bus that can", "x"));

    assertThat(matching("WHO guidelines")).containsExactly(id("both"), id("who"));
    assertThat(matching("who wrote guidelines")).containsExactly(id("both"));
  }

  @Test
  void aVeryLongTextSearchesWithItsRarestWords() {
    String manyWords =
        IntStream.range(0, 20_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    put(
        paper("a", "many", manyWords),
        paper("b", "many", manyWords),
        paper("rare", "needle", "nothing else"));

    assertThat(matching(manyWords + " needle")).contains(id("rare"), id("a"), id("b"));
  }

  @Test
  void scoresOfWordsAreThoseOfMatching() {
    put(
        by(paper("a", "Mamba models", "State space models"), "Ann Space"),
        paper("b", "Space", "Rockets in space"),
        paper("c", "Cooking", "Rice"));
    Words words = Words.of("space models space");

    try (IndexView view = index.view()) {
      List<Hit> hits = view.matching(words, 10, Filter.NONE);
      Map<PaperId, Double> scores = view.scores(ids("c", "b", "a", "unknown"), words);

      assertThat(hits).hasSize(2).allMatch(hit -> hit.score() > 0);
      assertThat(scores).containsOnlyKeys(ids("a", "b"));
      hits.forEach(hit -> assertThat(scores.get(hit.id())).isCloseTo(hit.score(), within(1e-5)));
    }
  }
}
