package dev.kindred.index;

import static dev.kindred.index.Samples.by;
import static dev.kindred.index.Samples.embedding;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.ids;
import static dev.kindred.index.Samples.inCategories;
import static dev.kindred.index.Samples.paper;
import static dev.kindred.index.Samples.published;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Filter} must leave. */
public abstract class FilterContract extends IndexedPapers {

  @Test
  void aCategoryIsMatchedExactly() {
    put(
        inCategories(paper("a"), "cs.CL"),
        inCategories(paper("b"), "cs.CL", "stat"),
        inCategories(paper("c"), "cs.cl"),
        inCategories(paper("d"), "cs.CLX"),
        paper("e"));

    assertThat(left(categories("cs.CL"))).containsExactly(id("a"), id("b"));
    assertThat(left(categories("cs"))).isEmpty();
  }

  @Test
  void oneOfSeveralCategoriesIsEnough() {
    put(
        inCategories(paper("a"), "cs.CL"),
        inCategories(paper("b"), "stat", "math"),
        inCategories(paper("c"), "econ"));

    assertThat(left(categories("stat", "cs.CL", "cs.CL"))).containsExactly(id("a"), id("b"));
  }

  @ParameterizedTest
  @CsvSource({
    "Ada Lovelace, true",
    "lovelace, true",
    "ADA, true",
    "Ada King, true",
    "Ada King Lovelace, true",
    "king lovelace, true",
    "Lovelace Ada, false",
    "Love, false",
    "Ada Turing, false",
    "Gödel, true",
    "godel, true",
    "Gödel Ada, false",
    "Lovelace Kurt, false",
    "Ada Gödel, false",
    "O'Neil, true",
    "'?', false",
    "李, true",
  })
  void anAuthorIsMatchedByTheWordsOfTheNameInOrder(String name, boolean found) {
    put(by(paper("a"), "Ada King Lovelace", "Kurt Gödel", "Cathy O'Neil", "李明"), paper("b"));

    assertThat(left(author(name))).isEqualTo(found ? ids("a") : List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oconnor",
        "O'Connor",
        "O\u2019Connor",
        "o\uFF07connor",
        "OConnor",
        "Mary OConnor",
        "Mary O\u2018Connor"
      })
  void anApostropheInANameMakesNoDifference(String name) {
    put(
        by(paper("a"), "Mary O'Connor"),
        by(paper("b"), "Ada Lovelace", "Mary O\u2019Connor"),
        by(paper("c"), "Mary OConnor"),
        by(paper("d"), "Connor Mary", "Mary Connor"));

    assertThat(left(author(name))).containsExactly(id("a"), id("b"), id("c"));
  }

  @Test
  void spellingsOfOneNameInOnePaperKeepItsWordsInOrder() {
    put(by(paper("a"), "O'Hara Ada", "Ada OHara"), by(paper("b"), "O'Hara Ada", "OHara Ada"));

    assertThat(left(author("Ada O'Hara"))).containsExactly(id("a"));
    assertThat(left(author("ohara ada"))).containsExactly(id("a"), id("b"));
  }

  @Test
  void allOfSeveralAuthorsMustHaveWrittenIt() {
    put(by(paper("a"), "Ada Lovelace", "Kurt Gödel"), by(paper("b"), "Ada Lovelace"));

    assertThat(left(author("Lovelace", "Gödel"))).containsExactly(id("a"));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-17, 2024-05-17, day month year",
    "2024-05-18, 2024-05-31, month year",
    "2024-06-01, '', later year",
    "'', 2024-04-30, early year",
    "2025-01-01, 2025-12-31, later",
    "2025-01-02, '', ''",
    "'', 1849-12-31, ''",
  })
  void aPeriodLeavesThePapersWhoseDateMayLieInIt(String from, String to, String left) {
    put(
        published(paper("day"), "2024-05-17"),
        published(paper("early"), "1850"),
        published(paper("later"), "2025-01-01"),
        published(paper("month"), "2024-05"),
        paper("undated"),
        published(paper("year"), "2024"));

    List<PaperId> expected = left.isEmpty() ? List.of() : ids(left.split(" "));
    assertThat(left(period(from, to))).isEqualTo(expected);
  }

  @Test
  void allPartsOfAFilterMustHold() {
    Paper fits = inCategories(by(published(paper("a"), "2024"), "Ada Lovelace"), "cs");
    put(
        fits,
        inCategories(by(published(paper("b"), "2023"), "Ada Lovelace"), "cs"),
        inCategories(by(published(paper("c"), "2024"), "Kurt Gödel"), "cs"),
        inCategories(by(published(paper("d"), "2024"), "Ada Lovelace"), "math"));
    Filter filter =
        new Filter.All(
            List.of(categories("cs"), author("lovelace"), period("2024-03-01", "2024-03-02")));

    assertThat(left(filter)).containsExactly(id("a"));
    assertThat(matching("title", filter)).containsExactly(id("a"));
    embed(fits, paper("d"));
    try (IndexView view = index.view()) {
      assertThat(view.nearest(embedding(1), 9, filter)).extracting(Hit::id).isEqualTo(ids("a"));
      assertThat(view.nearestExactly(embedding(1), 9, filter)).hasSize(1);
    }
  }

  @Test
  void aFilterNeverStarvesTheResult() {
    List<Paper> papers =
        IntStream.range(0, 400)
            .mapToObj(i -> inCategories(paper("p" + i), i % 40 == 0 ? "rare" : "common"))
            .toList();
    index.put(papers);
    index.record(papers.stream().map(Samples::embedded).toList());

    try (IndexView view = index.view()) {
      assertThat(view.nearest(embedding(1), 50, categories("rare"))).hasSize(10);
      assertThat(view.nearest(embedding(1), 7, categories("rare"))).hasSize(7);
      assertThat(view.nearest(embedding(1), 50, categories("none"))).isEmpty();
      assertThat(view.nearest(embedding(1), 1_000, Filter.NONE)).hasSize(400);
    }
  }

  /** The papers that a filter leaves, by id, having checked that they are counted as many. */
  private List<PaperId> left(Filter filter) {
    try (IndexView view = index.view()) {
      List<PaperId> left =
          view.browse(filter, Order.NEWEST_FIRST, 0, 100).stream().sorted().toList();
      assertThat(view.count(filter)).isEqualTo(left.size());
      return left;
    }
  }

  private static Filter categories(String... names) {
    return new Filter.Any(Stream.of(names).<Filter>map(Filter.Category::new).toList());
  }

  private static Filter author(String... names) {
    return new Filter.All(Stream.of(names).<Filter>map(Filter.AuthorName::new).toList());
  }

  private static Filter period(String from, String to) {
    return new Filter.Published(day(from), day(to));
  }

  private static Optional<LocalDate> day(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }
}
