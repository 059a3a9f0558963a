package dev.kindred.http.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.index.EmbeddingState;
import dev.kindred.index.IndexedPaper;
import dev.kindred.paper.json.PaperJson;

/** A paper as JSON, with where it stands on its way to an embedding. */
public final class IndexedPaperJson {
  private IndexedPaperJson() {}

  public static ObjectNode of(IndexedPaper indexed) {
    ObjectNode json = PaperJson.write(indexed.paper());
    json.set("embedding", state(indexed.state()));
    return json;
  }

  private static ObjectNode state(EmbeddingState state) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    return switch (state) {
      case EmbeddingState.Pending pending ->
          json.put("state", "pending").put("attempts", pending.attempts());
      case EmbeddingState.Embedded embedded ->
          json.put("state", "embedded")
              .put("tokens", embedded.tokens())
              .put("truncated", embedded.truncated());
      case EmbeddingState.Failed failed ->
          json.put("state", "failed")
              .put("reason", failed.reason())
              .put("attempts", failed.attempts());
    };
  }
}
