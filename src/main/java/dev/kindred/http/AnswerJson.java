package dev.kindred.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.index.Counts;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.Browsing;
import dev.kindred.search.DidYouMean;
import dev.kindred.search.Fit;
import dev.kindred.search.ListSummary;
import dev.kindred.search.RecommendationQuery;
import dev.kindred.search.Result;
import dev.kindred.search.SearchAnswer;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.SimilarQuery;
import dev.kindred.search.relevance.Relevance;
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
    answer.results().forEach(result -> results.add(result(result)));
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
    putSummary(json, answer.list());
    return json;
  }

  private static void putRequest(ObjectNode json, SearchAnswer answer) {
    switch (answer.request()) {
      case SearchQuery query -> {
        json.put("mode", query.mode().name().toLowerCase(Locale.ROOT));
        json.put("sort", query.shape().byDate().map(SearchParameters::name).orElse("relevance"));
      }
      case SimilarQuery _ -> json.put("sort", "relevance");
      case RecommendationQuery(var wish) ->
          json.put("strategy", wish.strategy().name().toLowerCase(Locale.ROOT))
              .put("sort", "relevance");
      case Browsing browsing -> json.put("sort", SearchParameters.name(browsing.order()));
    }
  }

  private static void putSummary(ObjectNode json, ListSummary list) {
    list.fit().ifPresent(fit -> putFit(json, fit));
    list.facets().ifPresent(facets -> json.set("facets", FacetsJson.of(facets)));
    list.didYouMean().ifPresent(meant -> json.set("did_you_mean", didYouMean(meant)));
    if (list.queryTruncated()) {
      json.put("query_truncated", true);
    }
    if (!list.leftOut().isEmpty()) {
      json.set("left_out", ReasonJson.of(list.leftOut()));
    }
    Counts counts = list.counts();
    if (!counts.isFullyEmbedded()) {
      json.putObject("incomplete")
          .put("papers", counts.papers())
          .put("embedded", counts.embedded())
          .put("pending", counts.pending())
          .put("failed", counts.failed());
    }
  }

  private static void putFit(ObjectNode json, Fit fit) {
    json.put("fit", fit.toString());
    switch (fit) {
      case STRONG, RELATED -> {}
      case WEAK -> json.put("notice", "Nothing here fits the query well; this is the nearest.");
      case NONE ->
          json.put(
              "notice",
              "Nothing here fits the query; min_relevance=0 shows the nearest all the same.");
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

  private static ObjectNode result(Result result) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    ObjectNode paper = PaperJson.write(result.paper());
    json.set("id", paper.remove("id"));
    json.set("title", paper.remove("title"));
    json.put("score", result.score());
    result.relevance().ifPresent(relevance -> put(json, relevance));
    result.because().ifPresent(because -> json.set("because", ReasonJson.of(because)));
    if (!result.also().isEmpty()) {
      json.set("also", ReasonJson.of(result.also()));
    }
    result.passage().ifPresent(passage -> PassageJson.put(json, passage, result.paper()));
    json.setAll(paper);
    result
        .explanation()
        .ifPresent(explanation -> json.set("explanation", ExplanationJson.of(explanation)));
    return json;
  }

  private static void put(ObjectNode json, Relevance relevance) {
    json.put("relevance", Math.round(relevance.value() * 1e4) / 1e4);
    json.put("label", relevance.label().toString());
  }
}
