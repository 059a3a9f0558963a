package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.json.PaperJson;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Writes answers that went well. */
final class Answers {
  private Answers() {}

  static void ok(Context ctx, JsonNode json) throws JsonProcessingException {
    json(ctx, HttpStatus.OK, json);
  }

  static void nothing(Context ctx) {
    ctx.status(HttpStatus.NO_CONTENT).removeHeader("Content-Type");
  }

  static void json(Context ctx, HttpStatus status, JsonNode json) throws JsonProcessingException {
    ctx.status(status).result(PaperJson.MAPPER.writeValueAsBytes(json));
  }
}
