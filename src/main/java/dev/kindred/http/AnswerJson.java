package dev.kindred.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.index.Counts;
import dev.kindred.index.Order;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.Result;
import dev.kindred.search.SearchAnswer;
import dev.kindred.search.SearchMode;
import dev.kindred.search.SearchQuery;
import java.util.Locale;

/**
 * A page of results as JSON. Says what is not whole: a cut query, a list cut at its depth, papers
 * not embedded yet.
 */
public final class AnswerJson {
  private AnswerJson() {}

  /** As the answer to a query. */
  public static ObjectNode found(SearchQuery query, SearchAnswer answer) {
    return ranked(query.mode(), answer);
  }

  /** As papers similar to a paper. */
  public static ObjectNode similar(SearchAnswer answer) {
    return ranked(SearchMode.SEMANTIC, answer);
  }

  private static ObjectNode ranked(SearchMode mode, SearchAnswer answer) {
    return of(answer).put("mode", mode.name().toLowerCase(Locale.ROOT)).put("sort", "relevance");
  }

  /** As papers by date. */
  static ObjectNode browsed(Order order, SearchAnswer answer) {
    return of(answer).put("sort", SearchParameters.name(order));
  }

  private static ObjectNode of(SearchAnswer answer) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    ArrayNode results = json.putArray("results");
    answer.results().forEach(result -> results.add(result(result)));
    json.put("total", answer.total());
    if (answer.totalIsAtLeast()) {
      json.put("total_is_at_least", true);
    }
    json.put("limit", answer.page().limit());
    json.put("offset", answer.page().offset());
    if (answer.queryTruncated()) {
      json.put("query_truncated", true);
    }
    Counts counts = answer.counts();
    if (!counts.isFullyEmbedded()) {
      json.putObject("incomplete")
          .put("papers", counts.papers())
          .put("embedded", counts.embedded())
          .put("pending", counts.pending())
          .put("failed", counts.failed());
    }
    return json;
  }

  private static ObjectNode result(Result result) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    ObjectNode paper = PaperJson.write(result.paper());
    json.set("id", paper.remove("id"));
    json.set("title", paper.remove("title"));
    json.put("score", result.score());
    return json.setAll(paper);
  }
}
