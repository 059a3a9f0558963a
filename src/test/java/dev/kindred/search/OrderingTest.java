package dev.kindred.search;

import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.paper;
import static dev.kindred.index.Samples.published;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.IndexView;
import dev.kindred.index.IndexedPapers;
import dev.kindred.index.Order;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.search.ranking.RankedHits;
import dev.kindred.search.recommendation.Diversity;
import dev.kindred.search.relevance.Relevance;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderingTest extends IndexedPapers {
  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder.resolve("store"), Samples.IDENTITY);
  }

  @BeforeEach
  void fill() {
    put(
        published(paper("may"), "2024-05-17"),
        paper("undated"),
        published(paper("year"), "2024"),
        published(paper("old"), "1999-12"),
        published(paper("same"), "2024-05-17"),
        paper("unknown"));
  }

  private List<String> ordered(Optional<Order> byDate, String... ids) {
    ListShape shape =
        new ListShape(byDate, OptionalDouble.empty(), Diversity.NONE, false, FacetWish.NONE);
    List<JudgedHit> hits =
        Stream.of(ids).map(id -> new JudgedHit(RankedHits.found(id), new Relevance(.5))).toList();
    try (IndexView view = index.view()) {
      return new Ordering(view, shape)
          .of(hits).stream().map(hit -> hit.hit().id().value()).toList();
    }
  }

  @Test
  void theOrderOfRelevanceStays() {
    assertThat(ordered(Optional.empty(), "old", "undated", "may"))
        .containsExactly("old", "undated", "may");
  }

  @Test
  void byDateTheNewestOrTheOldestComeFirstAndThoseWithoutADateLast() {
    assertThat(ordered(Optional.of(Order.NEWEST_FIRST), "unknown", "old", "undated", "year", "may"))
        .containsExactly("may", "year", "old", "unknown", "undated");
    assertThat(ordered(Optional.of(Order.OLDEST_FIRST), "unknown", "old", "undated", "year", "may"))
        .containsExactly("old", "year", "may", "unknown", "undated");
  }

  @Test
  void aDateOfAYearOrAMonthCountsAsItsFirstDay() {
    put(published(paper("month"), "2024-05"), published(paper("january"), "2024-01-01"));
    assertThat(ordered(Optional.of(Order.NEWEST_FIRST), "year", "january", "month", "may"))
        .containsExactly("may", "month", "year", "january");
    assertThat(ordered(Optional.of(Order.OLDEST_FIRST), "january", "month", "may", "year"))
        .containsExactly("january", "year", "month", "may");
  }

  @Test
  void ofTheSameDayTheMoreRelevantComesFirst() {
    assertThat(ordered(Optional.of(Order.NEWEST_FIRST), "same", "may"))
        .containsExactly("same", "may");
    assertThat(ordered(Optional.of(Order.OLDEST_FIRST), "may", "same"))
        .containsExactly("may", "same");
  }

  @Test
  void aPaperThatWasDeletedMeanwhileCountsAsUndated() {
    index.delete(id("may"));
    assertThat(ordered(Optional.of(Order.NEWEST_FIRST), "may", "old"))
        .containsExactly("old", "may");
  }
}
