package dev.kindred.http.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.Counts;
import dev.kindred.index.Filter;
import dev.kindred.paper.PaperId;
import dev.kindred.search.Fit;
import dev.kindred.search.ListRequest;
import dev.kindred.search.ListShape;
import dev.kindred.search.ListSummary;
import dev.kindred.search.SearchMode;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.SimilarQuery;
import dev.kindred.search.recommendation.Diversity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STRONG|5|0|",
        "RELATED|5|3|",
        "WEAK|5|0|Nothing here is clearly what was asked for; this is the nearest there is.",
        "NONE|5|0|Nothing here fits the query; this is the nearest there is.",
        "NONE|0|9|Nothing here fits the query; min_relevance=0 shows the nearest all the same.",
        "RELATED|0|9|Nothing is as relevant as min_relevance asks for; a lower one shows more.",
        "NONE|0|0|No paper matches the query.",
        "|0|0|",
      })
  void aListSaysWhatItsReaderShouldKnow(Fit fit, int total, int leftOut, String notice) {
    assertThat(Notice.of(list(fit, total, leftOut), search(Filter.NONE)))
        .isEqualTo(Optional.ofNullable(notice));
  }

  @Test
  void whereNothingMatchesFiltersAreBlamedOnlyIfThereAreAny() {
    assertThat(Notice.of(list(Fit.NONE, 0, 0), search(new Filter.Category("a"))))
        .contains("No paper matches the query and its filters.");
  }

  private static ListRequest search(Filter filter) {
    return new SearchQuery("q", SearchMode.HYBRID, filter, ListShape.PLAIN);
  }

  @Test
  void whereNothingIsLikeAnExampleThatIsSaidAndNoWordOfAQuery() {
    ListRequest similar = new SimilarQuery(new PaperId("a"), Filter.NONE, Diversity.NONE);
    assertThat(Notice.of(list(Fit.NONE, 5, 0), similar))
        .contains("Nothing here is much like the examples; this is the nearest there is.");
    assertThat(Notice.of(list(null, 5, 0), similar)).isEmpty();
  }

  private static ListSummary list(@Nullable Fit fit, int total, int leftOut) {
    return new ListSummary(
        total,
        false,
        Optional.ofNullable(fit),
        leftOut,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        new Counts(9, 9, 0, 0, 0));
  }
}
