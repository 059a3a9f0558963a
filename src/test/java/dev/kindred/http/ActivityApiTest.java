package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.RunningServer.Reply;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.paper.ContentHash;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityApiTest {
  @TempDir Path folder;
  private RunningServer server;

  @BeforeEach
  void start() {
    server = RunningServer.startWithoutEmbedding(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode activity() {
    Reply reply = server.get("/v1/activity");
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    return reply.json();
  }

  private void put(String id) {
    assertThat(server.put("/v1/papers/" + id, "{\"title\": \"Roots of " + id + "\"}").status())
        .isEqualTo(201);
  }

  @Test
  void searchesAreCountedWithWhatTheyTook() {
    put("maize");
    server.get("/v1/search?q=roots&mode=lexical");
    server.post("/v1/search", "{\"q\": \"nothing of this kind\", \"mode\": \"lexical\"}");
    server.get("/v1/search?sort=date");
    server.get("/v1/similar?id=maize");

    JsonNode searches = activity().path("searches");

    assertThat(searches.path("answered").asInt()).isEqualTo(4);
    assertThat(searches.path("per_minute").asDouble()).isEqualTo(4);
    assertThat(searches.path("p99_ms").asDouble())
        .isPositive()
        .isGreaterThanOrEqualTo(searches.path("p50_ms").asDouble());
    assertThat(searches.path("slowest")).hasSize(4);
    assertThat(searches.path("slowest").findValuesAsText("q"))
        .contains("roots", "nothing of this kind");
    assertThat(searches.path("without_results")).hasSize(1);
    JsonNode inVain = searches.path("without_results").path(0);
    assertThat(inVain.path("q").asText()).isEqualTo("nothing of this kind");
    assertThat(inVain.path("total").asInt()).isZero();
  }

  @Test
  void whatIsWrongWithARequestIsNoSearch() {
    assertThat(server.get("/v1/search?q=").status()).isEqualTo(400);
    assertThat(server.get("/v1/similar?id=nobody").status()).isEqualTo(404);

    JsonNode searches = activity().path("searches");
    assertThat(searches.path("answered").asInt()).isZero();
    assertThat(searches.path("failed").asInt()).isZero();
    assertThat(searches.path("refused").asInt()).isZero();
  }

  @Test
  void papersThatAreRejectedAreToldWithTheirReason() {
    server.put("/v1/papers/bad%2Fone", "{\"titel\": \"x\"}");
    server.post("/v1/papers", "[{\"id\": \"a\", \"title\": \"A\"}, {\"id\": \"<b>\"}, {}]");
    server.post("/v1/papers", "no JSON");

    JsonNode rejected = activity().path("rejected");

    assertThat(rejected.path("total").asInt()).isEqualTo(4);
    assertThat(rejected.path("latest").findValuesAsText("how"))
        .containsExactly("batch", "batch", "batch", "put");
    JsonNode whole = rejected.path("latest").path(0);
    assertThat(whole.path("id").isNull()).isTrue();
    JsonNode second = rejected.path("latest").path(2);
    assertThat(second.path("id").asText()).isEqualTo("<b>");
    assertThat(second.path("reason").asText()).isEqualTo("a paper needs a title or an abstract");
    JsonNode put = rejected.path("latest").path(3);
    assertThat(put.path("id").asText()).isEqualTo("bad/one");
    assertThat(put.path("reason").asText()).contains("titel");
  }

  @Test
  void papersThatCouldNotBeEmbeddedAreToldWithTheirReason() {
    put("odd");
    put("good");
    ContentHash content;
    try (var view = server.index.view()) {
      content = view.get(new PaperId("odd")).orElseThrow().paper().contentHash();
    }
    EmbeddingResult failure =
        new EmbeddingResult.FailedAttempt(new PaperId("odd"), content, "too odd");
    server.index.record(List.of(failure, failure, failure));

    assertThat(activity().path("failed"))
        .isEqualTo(
            PaperJson.parse("[{\"id\": \"odd\", \"reason\": \"too odd\", \"attempts\": 3}]"));
  }

  @Test
  void memoryAndDiskAreMeasured() {
    put("maize");

    JsonNode activity = activity();

    JsonNode memory = activity.path("memory");
    assertThat(memory.path("heap_used_bytes").asLong())
        .isPositive()
        .isLessThanOrEqualTo(memory.path("heap_committed_bytes").asLong());
    assertThat(memory.path("heap_max_bytes").asLong())
        .isGreaterThanOrEqualTo(memory.path("heap_committed_bytes").asLong());
    assertThat(memory.path("resident_bytes").isNull() || memory.path("resident_bytes").asLong() > 0)
        .isTrue();
    assertThat(activity.path("disk").path("store_bytes").asLong()).isPositive();
    assertThat(activity.path("disk").path("free_bytes").asLong()).isPositive();
  }

  @Test
  void thePageItselfIsServedToAnybody() {
    Reply reply = server.get("/admin");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("text/html;charset=utf-8");
    assertThat(reply.header("content-security-policy")).startsWith("default-src 'none'");
    assertThat(server.get("/v1/activity?all=1").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/papers/maize"})
  void noOtherPageLeadsThere(String path) {
    put("maize");
    assertThat(server.get(path).response().body()).doesNotContain("/admin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Host: papers.example.org|Host is \"papers.example.org\"",
        "Host: localhost; X-Forwarded-For: 192.0.2.7|a proxy sent it on",
        "Host: localhost; Forwarded: for=192.0.2.7|a proxy sent it on",
        "Host: localhost; Origin: http://evil.example|Origin is \"http://evil.example\""
      })
  void othersNeedAKeyAndAreToldWhy(String headers, String why) throws IOException {
    String lines = headers.replace("; ", "\r\n") + "\r\nConnection: close\r\n\r\n";
    String json = raw("GET /v1/activity HTTP/1.1\r\n" + lines);
    assertThat(json)
        .startsWith("HTTP/1.1 401 ")
        .containsIgnoringCase("Content-Type: application/problem+json\r\n")
        .contains("this needs a key with the role admin")
        .contains(why.replace("\"", "\\\""));
  }

  @Test
  void anotherHostInAnAbsoluteAddressIsNotLetIn() throws IOException {
    String rest = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    assertThat(raw("GET http://papers.example.org/v1/activity" + rest))
        .doesNotStartWith("HTTP/1.1 200 ");
  }

  private String raw(String request) throws IOException {
    try (RawConnection connection = new RawConnection(server.server.port())) {
      return connection.send(request).readAll();
    }
  }
}
