package dev.kindred.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.json.PaperJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The papers a server must have: what it has acknowledged. When it was killed the answer to the
 * last write is missing, and that write may have happened or not.
 */
final class AcknowledgedPapers {
  private final Map<String, String> abstracts = new TreeMap<>();
  private final Set<String> uncertain = new HashSet<>();

  AcknowledgedPapers() {}

  AcknowledgedPapers(Map<String, String> abstracts) {
    this.abstracts.putAll(abstracts);
  }

  /** The abstracts by id. */
  Map<String, String> abstracts() {
    return Collections.unmodifiableMap(abstracts);
  }

  void putTogether(Api api, Map<String, String> batch) {
    uncertain.addAll(batch.keySet());
    ObjectNode body = PaperJson.MAPPER.createObjectNode();
    ArrayNode papers = body.putArray("papers");
    batch.forEach((id, text) -> papers.add(paper(id, text)));
    Api.Answer answer = api.post("/v1/papers", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    abstracts.putAll(batch);
    uncertain.removeAll(batch.keySet());
  }

  void put(Api api, String id, String text) {
    uncertain.add(id);
    Api.Answer answer = api.put("/v1/papers/" + Api.encoded(id), paper(id, text));
    assertThat(answer.statusCode())
        .as(answer.body())
        .isEqualTo(abstracts.containsKey(id) ? 200 : 201);
    abstracts.put(id, text);
    uncertain.remove(id);
  }

  void delete(Api api, String id) {
    uncertain.add(id);
    Api.Answer answer = api.delete("/v1/papers/" + Api.encoded(id));
    assertThat(answer.statusCode())
        .as(answer.body())
        .isEqualTo(abstracts.containsKey(id) ? 204 : 404);
    abstracts.remove(id);
    uncertain.remove(id);
  }

  void assertAllHeldBy(Api api) {
    Map<String, String> held = api.abstracts();
    for (String id : uncertain) {
      abstracts.remove(id);
      if (held.containsKey(id)) {
        abstracts.put(id, held.get(id));
      }
    }
    uncertain.clear();
    assertThat(held).isEqualTo(abstracts);
  }

  /** Needs a model without a query prefix: a paper's whole text then has a cosine of 1 with it. */
  void assertFoundByTheirText(Api api, Set<String> ids) {
    List<String> wrong = new ArrayList<>();
    for (String id : ids) {
      JsonNode first = api.search("semantic", abstracts.getOrDefault(id, ""), 1).path(0);
      if (first.path("score").doubleValue() < 0.9999) {
        wrong.add(id + " found with " + first.path("score"));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static JsonNode paper(String id, String text) {
    return PaperJson.MAPPER.createObjectNode().put("id", id).put("abstract", text);
  }
}
