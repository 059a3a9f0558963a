package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.json.PaperJson;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/**
 * Why a request was not done, as RFC 9457 writes it.
 *
 * @param instance names this one occurrence, where the log knows more
 */
record Problem(HttpStatus status, String detail, Optional<String> instance) {
  static final String CONTENT_TYPE = "application/problem+json";

  Problem(HttpStatus status, String detail) {
    this(status, detail, Optional.empty());
  }

  byte[] json() {
    ObjectNode json =
        PaperJson.MAPPER
            .createObjectNode()
            .put("type", "about:blank")
            .put("title", status.getMessage())
            .put("status", status.getCode())
            .put("detail", detail);
    instance.ifPresent(name -> json.put("instance", name));
    try {
      return PaperJson.MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException neverFromATree) {
      throw new IllegalStateException(neverFromATree);
    }
  }
}
