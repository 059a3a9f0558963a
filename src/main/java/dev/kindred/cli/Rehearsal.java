package dev.kindred.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Asks a server of the sample papers what readers ask, so that the JVM learns what that needs. */
final class Rehearsal {
  private static final int ROUNDS = 20;

  private static final List<String> QUESTIONS =
      List.of("how do plants sense drought", "glacier surge", "sleep and memory", "bees");

  private Rehearsal() {}

  /** Every answer must be a good one. */
  static void at(String server) {
    try (ServerClient client = new ServerClient(URI.create(server), Optional.empty())) {
      for (int round = 0; round < ROUNDS; round++) {
        for (String question : QUESTIONS) {
          String asked = round + " " + question; // else it would be answered from what is kept
          client.get("/v1/search", Query.none().with("q", asked)).orThrow();
        }
      }
      client.get("/v1/search", Query.none().with("q", "ice").with("mode", "lexical")).orThrow();
      client.get("/v1/papers", Query.none()).orThrow();
      client.get("/v1/papers/sample-drought-sensing-roots/similar", Query.none()).orThrow();
      client.post("/v1/recommendations", "{\"positive\": [{\"text\": \"ice\"}]}").orThrow();
      client.get("/v1/status", Query.none()).orThrow();
    }
  }
}
