package dev.kindred.http.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.index.Counts;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.Browsing;
import dev.kindred.search.DidYouMean;
import dev.kindred.search.ListRequest;
import dev.kindred.search.ListSummary;
import dev.kindred.search.RecommendationQuery;
import dev.kindred.search.SearchAnswer;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.SimilarQuery;
import dev.kindred.search.Sort;
import java.util.Locale;

/**
 * A page of results as JSON. Says what is not whole: a cut query, a list cut at its depth, papers
 * not embedded yet.
 */
public final class AnswerJson {
  private AnswerJson() {}

  public static ObjectNode of(SearchAnswer answer) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    ArrayNode results = json.putArray("results");
    answer.results().forEach(result -> results.add(ResultJson.of(result)));
    if (answer.gone() > 0) {
      json.put("gone", answer.gone());
    }
    json.put("total", answer.list().total());
    json.put("total_relation", answer.list().isAtLeast() ? "gte" : "eq");
    json.put("limit", answer.page().limit());
    json.put("offset", answer.page().offset());
    json.put("cursor", answer.cursor().name());
    json.put("list", answer.origin().name().toLowerCase(Locale.ROOT));
    putRequest(json, answer);
    putFindings(json, answer.list(), answer.request());
    answer.list().facets().ifPresent(facets -> json.set("facets", FacetsJson.of(facets)));
    putIncomplete(json, answer.list().counts());
    return json;
  }

  private static void putRequest(ObjectNode json, SearchAnswer answer) {
    switch (answer.request()) {
      case SearchQuery query -> {
        json.put("mode", query.mode().name().toLowerCase(Locale.ROOT));
        json.put("sort", Sort.of(query.shape().byDate()).toString());
        query
            .shape()
            .leastRelevance()
            .ifPresent(least -> json.put("min_relevance", Rounded.shown(least)));
      }
      case SimilarQuery _ -> json.put("sort", "relevance");
      case RecommendationQuery(var wish) ->
          json.put("strategy", wish.strategy().name().toLowerCase(Locale.ROOT))
              .put("sort", "relevance");
      case Browsing browsing -> json.put("sort", Sort.of(browsing.order()).toString());
    }
  }

  /** What came of the query as a whole. */
  private static void putFindings(ObjectNode json, ListSummary list, ListRequest request) {
    list.fit().ifPresent(fit -> json.put("fit", fit.toString()));
    if (list.leftOut() > 0) {
      json.put("left_out", list.leftOut());
    }
    Notice.of(list, request).ifPresent(notice -> json.put("notice", notice));
    list.didYouMean().ifPresent(meant -> json.set("did_you_mean", didYouMean(meant)));
    if (!list.notFound().isEmpty()) {
      list.notFound().forEach(json.putArray("not_found")::add);
    }
    if (list.queryTruncated()) {
      json.put("query_truncated", true);
    }
    if (!list.knownAgain().isEmpty()) {
      json.set("known_again", ReasonJson.of(list.knownAgain()));
    }
  }

  private static ObjectNode didYouMean(DidYouMean meant) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode().put("q", meant.query());
    ArrayNode words = json.putArray("words");
    meant
        .words()
        .forEach(word -> words.addObject().put("given", word.given()).put("near", word.near()));
    return json;
  }

  private static void putIncomplete(ObjectNode json, Counts counts) {
    if (!counts.isFullyEmbedded()) {
      json.putObject("incomplete")
          .put("papers", counts.papers())
          .put("embedded", counts.embedded())
          .put("pending", counts.pending())
          .put("failed", counts.failed());
    }
  }
}
