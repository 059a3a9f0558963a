package dev.kindred.http.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.index.Counts;
import dev.kindred.index.IndexView;
import dev.kindred.paper.json.PaperJson;

/** What a collection's status says in JSON whether it is served or only read. */
public final class StatusJson {
  private StatusJson() {}

  public static ObjectNode of(IndexView view) {
    Counts counts = view.counts();
    ObjectNode status = PaperJson.MAPPER.createObjectNode();
    status
        .put("papers", counts.papers())
        .put("embedded", counts.embedded())
        .put("pending", counts.pending())
        .put("failed", counts.failed())
        .put("truncated", counts.truncated());
    status.putObject("sentences").put("papers", view.papersWithSentenceVectors());
    return status;
  }

  /** Adds the model, and all that made the vectors. */
  public static void addModel(ModelIdentity identity, ObjectNode status) {
    ModelIdentity.Compatible compatible = identity.compatible();
    status
        .putObject("model")
        .put("name", compatible.model())
        .put("dimension", compatible.dimension())
        .put("max_tokens", compatible.maxTokens());
    status
        .putObject("identity")
        .<ObjectNode>set("compatible", PaperJson.MAPPER.valueToTree(compatible))
        .set("recorded", PaperJson.MAPPER.valueToTree(identity.recorded()));
  }
}
