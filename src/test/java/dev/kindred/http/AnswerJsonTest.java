package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.Counts;
import dev.kindred.index.Filter;
import dev.kindred.paper.PaperId;
import dev.kindred.search.ListCursor;
import dev.kindred.search.ListSummary;
import dev.kindred.search.Page;
import dev.kindred.search.SearchAnswer;
import dev.kindred.search.SimilarQuery;
import dev.kindred.search.recommendation.Diversity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {
  private static SearchAnswer answer(ListSummary summary, int gone) {
    return new SearchAnswer(
        new SimilarQuery(new PaperId("a"), Filter.NONE, Diversity.NONE),
        List.of(),
        summary,
        SearchAnswer.Origin.KEPT,
        new ListCursor("AbCdEfGhIjKlMnOp"),
        Page.FIRST,
        gone);
  }

  private static ListSummary summary(int total, boolean isAtLeast, Counts counts, boolean cut) {
    return new ListSummary(
        total, isAtLeast, Optional.empty(), Optional.empty(), Optional.empty(), cut, counts);
  }

  @Test
  void whatIsNotWholeIsSaid() {
    Counts counts = new Counts(3_000, 2_000, 999, 1, 0);
    assertThat(AnswerJson.of(answer(summary(1_000, true, counts, true), 2)))
        .hasToString(
            """
            {"results":[],"gone":2,"total":1000,"total_relation":"gte","limit":10,"offset":0,\
            "cursor":"AbCdEfGhIjKlMnOp","list":"kept","sort":"relevance",\
            "query_truncated":true,"incomplete":{"papers":3000,"embedded":2000,"pending":999,\
            "failed":1}}\
            """);
  }

  @Test
  void whatIsWholeNeedsNoWords() {
    Counts counts = new Counts(3, 3, 0, 0, 0);
    assertThat(AnswerJson.of(answer(summary(0, false, counts, false), 0)))
        .hasToString(
            """
            {"results":[],"total":0,"total_relation":"eq","limit":10,"offset":0,\
            "cursor":"AbCdEfGhIjKlMnOp","list":"kept","sort":"relevance"}\
            """);
  }
}
