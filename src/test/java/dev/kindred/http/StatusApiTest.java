package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.embedding.PassageText;
import dev.kindred.http.RunningServer.Reply;
import dev.kindred.index.EmbeddingState;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.json.PaperJson;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusApiTest {
  private static final Paper WAITS = Paper.of(new PaperId("waits"), "A paper that waits", "");
  private static final Paper DONE = Paper.of(new PaperId("done"), "A paper that is embedded", "");
  private static final Paper FAILED = Paper.of(new PaperId("failed"), "A paper that failed", "");

  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.startWithoutEmbedding(folder);
  }

  @BeforeEach
  void putAPaperOfEachKind() {
    server.index.delete(FAILED.id());
    server.index.put(List.of(WAITS, DONE, FAILED));
    server.index.record(
        List.of(
            new EmbeddingResult.Succeeded(
                DONE.id(), DONE.contentHash(), server.embedder.passage(PassageText.of(DONE)))));
    for (int i = 0; i < EmbeddingState.MAX_ATTEMPTS; i++) {
      server.index.record(
          List.of(new EmbeddingResult.FailedAttempt(FAILED.id(), FAILED.contentHash(), "too odd")));
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Reply reembed(String body, String authorization) {
    HttpRequest.Builder request = server.json("/v1/reembed").POST(BodyPublishers.ofString(body));
    return server.send(
        authorization.isEmpty() ? request : request.header("Authorization", authorization));
  }

  @Test
  void theStatusCountsPapersByWhatTheyWaitFor() {
    JsonNode json = server.get("/v1/status").json();
    assertThat(json.path("papers").asInt()).isEqualTo(3);
    assertThat(json.path("embedded").asInt()).isEqualTo(1);
    assertThat(json.path("pending").asInt()).isEqualTo(1);
    assertThat(json.path("failed").asInt()).isEqualTo(1);
    assertThat(json.path("truncated").asInt()).isZero();
  }

  @Test
  void theStatusTellsTheModelAndTheProgram() {
    JsonNode json = server.get("/v1/status").json();
    assertThat(json.path("model"))
        .isEqualTo(
            PaperJson.parse(
                """
                {"name": "all-MiniLM-L6-v2", "dimension": 384, "max_tokens": 256}
                """));
    assertThat(json.path("identity").path("compatible").path("weightsSha256").asText())
        .matches("[0-9a-f]{64}");
    assertThat(json.path("version").asText()).isEqualTo("1.2.3");
    assertThat(Instant.parse(json.path("started").asText())).isBeforeOrEqualTo(Instant.now());
    assertThat(json.path("uptime_seconds").isIntegralNumber()).isTrue();
    assertThat(json.path("embedding").path("papers_per_second").asDouble()).isZero();
    assertThat(json.path("embedding").path("seconds_left").isNull()).isTrue();
  }

  @Test
  void aPaperTellsWhereItStands() {
    assertThat(server.get("/v1/papers/waits").json().path("embedding"))
        .isEqualTo(PaperJson.parse("{\"state\": \"pending\", \"attempts\": 0}"));
    assertThat(server.get("/v1/papers/failed").json().path("embedding"))
        .isEqualTo(
            PaperJson.parse("{\"state\": \"failed\", \"reason\": \"too odd\", \"attempts\": 3}"));
    JsonNode embedded = server.get("/v1/papers/done").json().path("embedding");
    assertThat(embedded.path("state").asText()).isEqualTo("embedded");
    assertThat(embedded.path("tokens").asInt()).isBetween(5, 12);
    assertThat(embedded.path("truncated").isBoolean()).isTrue();
  }

  @Test
  void failedPapersAreTriedAgainOnTheOperatorsOrder() {
    Reply reply = reembed("{\"papers\": \"failed\"}", "Bearer " + RunningServer.TOKEN);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).isEqualTo(PaperJson.parse("{\"retried\": 1}"));
    JsonNode status = server.get("/v1/status").json();
    assertThat(status.path("failed").asInt()).isZero();
    assertThat(status.path("pending").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a token", "Basic YTpi"})
  void withAnotherTokenNobodyGivesOrders(String authorization) {
    Reply reply = reembed("{\"papers\": \"failed\"}", authorization);
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("www-authenticate")).isEqualTo("Bearer realm=\"kindred\"");
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(reply.detail()).contains("Authorization").doesNotContain(RunningServer.TOKEN);
    assertThat(server.get("/v1/status").json().path("failed").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|papers is missing; it must be \"failed\"",
        "{\"papers\":\"all\"}|papers is \"all\"; it must be \"failed\"",
        "{\"papers\":\"failed\",\"now\":true}|\"now\" is not known here; known are papers"
      })
  void anOrderThatIsNotKnownIsRefused(String body, String message) {
    Reply reply = reembed(body, "Bearer " + RunningServer.TOKEN);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail()).contains(message);
  }
}
