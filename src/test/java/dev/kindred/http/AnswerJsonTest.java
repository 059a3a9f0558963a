package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.Counts;
import dev.kindred.search.Page;
import dev.kindred.search.SearchAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {
  @Test
  void whatIsNotWholeIsSaid() {
    Counts counts = new Counts(3_000, 2_000, 999, 1, 0);
    SearchAnswer cut = new SearchAnswer(List.of(), 1_000, true, Page.FIRST, counts, true);
    assertThat(AnswerJson.similar(cut))
        .hasToString(
            """
            {"results":[],"total":1000,"total_is_at_least":true,"limit":10,"offset":0,\
            "query_truncated":true,"incomplete":{"papers":3000,"embedded":2000,"pending":999,\
            "failed":1},"mode":"semantic","sort":"relevance"}\
            """);
  }

  @Test
  void whatIsWholeNeedsNoWords() {
    Counts counts = new Counts(3, 3, 0, 0, 0);
    SearchAnswer whole = new SearchAnswer(List.of(), 0, false, Page.FIRST, counts, false);
    assertThat(AnswerJson.similar(whole))
        .hasToString(
            """
            {"results":[],"total":0,"limit":10,"offset":0,"mode":"semantic","sort":"relevance"}\
            """);
  }
}
