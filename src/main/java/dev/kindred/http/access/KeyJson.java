package dev.kindred.http.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.json.PaperJson;

/** A key in JSON, without anything that would help to use it. */
public final class KeyJson {
  private KeyJson() {}

  public static ObjectNode of(ApiKey key) {
    ObjectNode json =
        PaperJson.MAPPER
            .createObjectNode()
            .put("id", key.id())
            .put("name", key.name())
            .put("role", key.role().toString());
    ArrayNode origins = json.putArray("origins");
    key.origins().stream().sorted().forEach(origins::add);
    json.put("created", key.created().toString());
    key.expires().ifPresent(end -> json.put("expires", end.toString()));
    key.revoked().ifPresent(since -> json.put("revoked", since.toString()));
    return json;
  }
}
