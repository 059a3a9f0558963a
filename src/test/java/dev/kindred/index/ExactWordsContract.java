package dev.kindred.index;

import static dev.kindred.index.Samples.by;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.ids;
import static dev.kindred.index.Samples.inCategories;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.PaperId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link IndexView} must find by words exactly as they are written. */
public abstract class ExactWordsContract extends IndexedPapers {

  @Test
  void aWordIsCountedOnceAPaperWhereverItStandsAndUnstemmed() {
    put(
        paper("a", "Mamba and mamba", "A mamba."),
        paper("b", "Snakes", "Mambas, mostly."),
        by(paper("c", "Snakes", "Others."), "Ann Mamba"),
        paper("d", "Snakes", "The black MÁMBA"));

    assertThat(counts("mamba", "mambas", "the", "cobra"))
        .isEqualTo(Map.of("mamba", 3, "mambas", 1, "the", 1, "cobra", 0));
  }

  @Test
  void deletedAndReplacedPapersDoNotCount() {
    put(paper("a", "Mamba", ""), paper("b", "Mamba", ""), paper("c", "Mamba", ""));
    index.delete(id("a"));
    put(paper("b", "Cobra", ""));

    assertThat(counts("mamba", "cobra")).isEqualTo(Map.of("mamba", 1, "cobra", 1));
    assertThat(with("mamba")).containsExactly(id("c"));
    assertThat(among("mamba", "a", "b", "c")).containsExactly(id("c"));
  }

  @Test
  void pendingAndEmbeddedPapersAreFoundAlike() {
    putEmbedded(paper("a", "Mamba", ""));
    put(paper("b", "Mamba", ""));

    assertThat(counts("mamba")).isEqualTo(Map.of("mamba", 2));
    assertThat(with("mamba")).containsExactlyInAnyOrder(id("a"), id("b"));
  }

  @ParameterizedTest
  @CsvSource({
    "state space model, true",
    "STATE-SPACE, true",
    "'state, space: model?', true",
    "space state, false",
    "state model, false",
    "states, false",
    "a state, true",
    "a space, false",
    "of the model, true",
    "of model, false",
    "Kurt Godel, true",
    "Godel Kurt, false",
    "model Most, false",
    "now Kurt, false",
    "Gödel Ada, false",
    "o'neil, true",
  })
  void aPhraseIsItsWordsSideBySideInOnePlace(String phrase, boolean found) {
    put(
        by(
            paper("a", "A state space model", "Most of the model works now"),
            "Kurt Gödel",
            "Ada O’Neil"));
    put(paper("b", "Another", "thing"));

    assertThat(with(phrase)).isEqualTo(found ? ids("a") : List.of());
    assertThat(among(phrase, "a", "b", "none")).isEqualTo(found ? ids("a") : List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "?!", "\u0000", "--", "\u0301"})
  void aPhraseWithoutAnyWordIsInNoPaper(String phrase) {
    put(paper("a", "A title ?!", "\u0301 --"));

    assertThat(with(phrase)).isEmpty();
    assertThat(among(phrase, "a")).isEmpty();
  }

  @Test
  void ofMorePapersThanWantedTheBestAreKept() {
    put(
        paper("a", "Others", "A mamba among very many other animals of all kinds and sizes"),
        paper("b", "Mamba", "mamba mamba"),
        paper("c", "Others", "A mamba among very many other animals of all kinds and sizes"));

    assertThat(with("mamba")).isEqualTo(ids("b", "a", "c"));
    assertThat(with("mamba", 2, Filter.NONE)).isEqualTo(ids("b", "a"));
    assertThat(with("mamba", 0, Filter.NONE)).isEmpty();
  }

  @Test
  void aFilterNarrowsThePapersWithAPhrase() {
    put(inCategories(paper("a", "Black mamba", ""), "x"), paper("b", "Black mamba", ""));

    assertThat(with("black mamba", 9, new Filter.Category("x"))).isEqualTo(ids("a"));
    assertThat(with("black mamba", 9, new Filter.Category("y"))).isEmpty();
  }

  @Test
  void manyPapersAreAskedAtOnce() {
    index.put(
        IntStream.range(0, 1_500)
            .mapToObj(i -> paper("p" + i, i % 3 == 0 ? "Black mamba" : "Mamba black", ""))
            .toList());
    List<PaperId> asked = IntStream.range(500, 2_000).mapToObj(i -> id("p" + i)).toList();

    try (IndexView view = index.view()) {
      assertThat(view.papersWith("black mamba", asked))
          .isEqualTo(
              IntStream.range(500, 1_500)
                  .filter(i -> i % 3 == 0)
                  .mapToObj(i -> id("p" + i))
                  .collect(Collectors.toSet()));
    }
  }

  @Test
  void aVeryLongPhraseAndAVeryLongWordAreFound() {
    String many = IntStream.range(0, 3_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    String longWord = "x".repeat(5_000);
    put(paper("a", "Long", many + " " + longWord), paper("b", "Long", "w1 w0"));

    assertThat(with(many)).isEqualTo(ids("a"));
    assertThat(with(many + " w0")).isEmpty();
    assertThat(with(longWord)).isEqualTo(ids("a"));
    assertThat(with(longWord + "x")).isEmpty();
  }

  @Test
  void countingPapersWithAPhraseEndsAtTheLimit() {
    put(
        paper("a", "Black mamba", ""),
        paper("b", "Others", "A black mamba"),
        paper("c", "Mamba black", ""),
        paper("d", "Black mamba", ""));
    index.delete(id("d"));

    assertThat(countWith("black mamba", 9)).isEqualTo(2);
    assertThat(countWith("black mamba", 1)).isEqualTo(1);
    assertThat(countWith("black mamba", 0)).isZero();
    assertThat(countWith("mamba", 9)).isEqualTo(3);
    assertThat(countWith("green mamba", 9)).isZero();
    assertThat(countWith("?!", 9)).isZero();
  }

  private int countWith(String phrase, int most) {
    try (IndexView view = index.view()) {
      return view.countWith(phrase, most);
    }
  }

  private Map<String, Integer> counts(String... words) {
    try (IndexView view = index.view()) {
      return view.papersWithEach(List.of(words));
    }
  }

  private List<PaperId> with(String phrase) {
    return with(phrase, 100, Filter.NONE);
  }

  private List<PaperId> with(String phrase, int limit, Filter filter) {
    try (IndexView view = index.view()) {
      return view.papersWith(phrase, limit, filter);
    }
  }

  private List<PaperId> among(String phrase, String... ids) {
    try (IndexView view = index.view()) {
      return List.copyOf(view.papersWith(phrase, ids(ids)));
    }
  }
}
