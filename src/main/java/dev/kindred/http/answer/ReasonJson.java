package dev.kindred.http.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.recommendation.Because;
import dev.kindred.search.recommendation.NearDuplicate;
import java.util.List;
import java.util.Map;

/** Why a paper is recommended, and which papers it stands for, as JSON. */
final class ReasonJson {
  private ReasonJson() {}

  /** The liked example: a paper by its id, a text by its place among the liked examples. */
  static ObjectNode of(Because because) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    json.put("positive", because.index());
    because.id().ifPresent(id -> json.put("id", id.value()));
    if (because.cosine().isPresent()) {
      json.put("cosine", Rounded.shown(because.cosine().getAsDouble()));
    } else {
      json.putNull("cosine");
    }
    ArrayNode words = json.putArray("words");
    because.words().forEach(words::add);
    return json;
  }

  static ArrayNode of(List<NearDuplicate> also) {
    ArrayNode json = PaperJson.MAPPER.createArrayNode();
    also.forEach(paper ->
        json.addObject()
            .put("id", paper.id().value())
            .put("similarity", Rounded.shown(paper.similarity())));
    return json;
  }

  /** In the order of the ids of the papers they are near-duplicates of. */
  static ArrayNode of(Map<PaperId, List<NearDuplicate>> leftOut) {
    ArrayNode json = PaperJson.MAPPER.createArrayNode();
    leftOut.keySet().stream()
        .sorted()
        .forEach(id ->
            leftOut
                .getOrDefault(id, List.of())
                .forEach(paper ->
                    json.addObject()
                        .put("id", paper.id().value())
                        .put("same_as", id.value())
                        .put("similarity", Rounded.shown(paper.similarity()))));
    return json;
  }
}
