package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.RunningServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server with the sample papers and one of which more is known than of them. */
final class SampleServer implements AutoCloseable {
  private static final Path SAMPLES = Path.of("src/main/resources/samples/papers.jsonl");

  private final RunningServer server;

  private SampleServer(RunningServer server) {
    this.server = server;
  }

  /** With all papers embedded. */
  static SampleServer start(Path folder) throws IOException {
    RunningServer server = RunningServer.start(folder);
    String papers = String.join(",", Files.readAllLines(SAMPLES));
    assertThat(server.post("/v1/papers", "{\"papers\": [%s]}".formatted(papers)).status())
        .isEqualTo(200);
    String reviewed =
        """
        {"title": "A reviewed note on quokkas", "abstract": "Quokkas eat leaves at dusk.",
         "authors": ["Nim Tarrow"], "published": "2011-03",
         "metadata": {"pages": 12, "peer reviewed": true, "venue": ["Notes", "Letters"]}}
        """;
    assertThat(server.put("/v1/papers/quokka", reviewed).status()).isEqualTo(201);
    server.awaitEmbedded();
    return new SampleServer(server);
  }

  RunningServer server() {
    return server;
  }

  JsonNode search(String parameters) {
    Reply reply = server.get("/v1/search?" + parameters.replace(" ", "+").replace("\"", "%22"));
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    return reply.json();
  }

  JsonNode filtered(String filter) {
    Reply reply = server.post("/v1/search", "{\"filter\": %s, \"limit\": 100}".formatted(filter));
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    return reply.json();
  }

  static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.path("results").forEach(result -> ids.add(result.path("id").asText()));
    return ids;
  }

  @Override
  public void close() {
    server.close();
  }
}
