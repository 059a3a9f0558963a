package dev.kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.ingest.EmbeddingProgress;
import java.time.Duration;
import java.util.Optional;

/** How embedding goes in a server, as its status tells. */
final class ServedEmbedding {
  private final ServerClient server;

  ServedEmbedding(ServerClient server) {
    this.server = server;
  }

  EmbeddingProgress progress() {
    JsonNode status = status();
    JsonNode left = status.path("embedding").path("seconds_left");
    return new EmbeddingProgress(
        status.path("pending").asInt(),
        status.path("embedding").path("papers_per_second").asDouble(),
        left.isNumber() ? Optional.of(Duration.ofSeconds(left.asLong())) : Optional.empty());
  }

  int failed() {
    return status().path("failed").asInt();
  }

  private JsonNode status() {
    return server.get("/v1/status", Query.none()).orThrow();
  }
}
