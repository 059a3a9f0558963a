package dev.kindred.http.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.Result;
import dev.kindred.search.relevance.Relevance;

/** A hit as JSON: its paper, and why it is where it is. */
final class ResultJson {
  private ResultJson() {}

  static ObjectNode of(Result result) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    ObjectNode paper = PaperJson.write(result.paper());
    json.set("id", paper.remove("id"));
    json.set("title", paper.remove("title"));
    json.put("score", Rounded.score(result.score()));
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
    json.put("relevance", Rounded.shown(relevance.value()));
    json.put("label", relevance.label().toString());
  }
}
