package dev.kindred.index;

import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.ids;
import static dev.kindred.index.Samples.paper;
import static dev.kindred.index.Samples.published;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.PublicationDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link IndexView} must know of the dates of its papers, and their order by them. */
public abstract class DateContract extends IndexedPapers {
  @Test
  void papersAreBrowsedByDateWithTheUndatedLast() {
    put(paper("undated2"), published(paper("b"), "2024"), published(paper("a"), "2024-01-01"));
    put(published(paper("old"), "1931-07"), paper("undated1"), published(paper("c"), "2025"));

    assertThat(browse(Order.NEWEST_FIRST, 0, 10))
        .isEqualTo(ids("c", "a", "b", "old", "undated1", "undated2"));
    assertThat(browse(Order.OLDEST_FIRST, 0, 10))
        .isEqualTo(ids("old", "a", "b", "c", "undated1", "undated2"));
    assertThat(browse(Order.OLDEST_FIRST, 2, 2)).isEqualTo(ids("b", "c"));
    assertThat(browse(Order.OLDEST_FIRST, 5, Integer.MAX_VALUE)).isEqualTo(ids("undated2"));
    assertThat(browse(Order.OLDEST_FIRST, 6, 2)).isEmpty();
  }

  private List<PaperId> browse(Order order, int offset, int limit) {
    try (IndexView view = index.view()) {
      return view.browse(Filter.NONE, order, offset, limit);
    }
  }

  @Test
  void datesAreThoseOfThePapersAsPreciseAsTheyAreKnown() {
    List<Paper> dated =
        List.of(
            published(paper("day"), "2024-02-29"),
            published(paper("month"), "1931-07"),
            published(paper("year"), "0987"),
            published(paper("late"), "9999-12-31"));
    index.put(dated);
    put(paper("undated"), published(paper("other"), "2020"));

    assertThat(dates("undated", "late", "day", "year", "month", "day", "nowhere"))
        .isEqualTo(datesIn(dated));
  }

  @Test
  void aDateIsThatOfTheLastPut() {
    put(published(paper("changed"), "2020"), published(paper("without"), "2021"));
    put(published(paper("deleted"), "2022"), published(paper("kept"), "2023"));
    Paper changed = published(paper("changed"), "2024-05");
    put(changed, paper("without"));
    index.delete(id("deleted"));

    assertThat(dates("changed", "without", "deleted")).isEqualTo(datesIn(List.of(changed)));
  }

  @Test
  void wherePapersHaveNoDatesNoneAreFound() {
    put(paper("a"), paper("b"));

    assertThat(dates("a", "b")).isEmpty();
    assertThat(dates()).isEmpty();
  }

  private Map<PaperId, PublicationDate> dates(String... ids) {
    try (IndexView view = index.view()) {
      return view.published(ids(ids));
    }
  }

  private static Map<PaperId, PublicationDate> datesIn(List<Paper> papers) {
    Map<PaperId, PublicationDate> dates = new HashMap<>();
    papers.forEach(paper -> dates.put(paper.id(), paper.published().orElseThrow()));
    return dates;
  }
}
