package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.RunningServer.Reply;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorApiTest {
  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.startWithoutEmbedding(folder);
    server.put("/v1/papers/there", "{\"title\": \"There\"}");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void assertProblem(Reply reply, int status, String title, String detail) {
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(status);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    JsonNode json = reply.json();
    assertThat(json.fieldNames()).toIterable().containsExactly("type", "title", "status", "detail");
    assertThat(json.path("type").asText()).isEqualTo("about:blank");
    assertThat(json.path("title").asText()).isEqualTo(title);
    assertThat(json.path("status").asInt()).isEqualTo(status);
    assertThat(json.path("detail").asText()).contains(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"q\":|not valid JSON at column ",
        "{'q':1}|not valid JSON at column ",
        "{\"q\":\"a\"} x|not valid JSON at column ",
        "{\"q\":\"a\"}{}|there is more text behind the JSON value",
        "{\"q\":\"a\",\"q\":\"b\"}|Duplicate field 'q'",
        "{\"q\":NaN}|not valid JSON",
        "' '|there is no JSON, only blanks",
        "{\"q\":5}|q holds the number 5; it must be a string",
        "{\"p\":\"a\"}|\"p\" is not known here; known are",
        "null|the body must be a JSON object, not null"
      })
  void aSearchThatIsNotProperJsonIsRefused(String body, String detail) {
    assertProblem(server.post("/v1/search", body), 400, "Bad Request", detail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "{\"q\": 1e9999999999}"})
  void aNumberThatNoProcessorHoldsIsRefused(String body) {
    assertProblem(server.post("/v1/search", body), 400, "Bad Request", "exponent too large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/search", "/v1/papers"})
  void deepNestingIsRefused(String path) {
    String deep = "[".repeat(50_000) + "]".repeat(50_000);
    assertProblem(server.post(path, deep), 400, "Bad Request", "nesting depth");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"q\": [",
        "[[",
        "{\"q\": \"a",
        "{\"q\": NaN}",
        "{\"q\": +1}",
        "{\"q\": [1}",
        "{\"q\": \"\u0001\"}",
        "{\"q\": \"a\", /* */ }",
        "{\"q\": \"a\",}",
        "\uFEFF{}",
        "-"
      })
  void messagesAboutJsonTellNothingOfTheParser(String body) {
    assertThat(server.post("/v1/search", body).detail())
        .startsWith("not valid JSON at column ")
        .doesNotContain("REDACTED", "Stream", "Source", "Feature", "CTRL", "code", "inputNo");
  }

  @Test
  void anEmptyBodyIsRefused() {
    assertProblem(server.post("/v1/search", ""), 400, "Bad Request", "the body is empty");
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() {
    Reply reply =
        server.send(
            server
                .json("/v1/search")
                .POST(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xC3, '"'})));
    assertProblem(reply, 400, "Bad Request", "the body is not valid UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonp",
        "application/json; charset=iso-8859-1"
      })
  void aBodyOfAnotherTypeIsRefused(String type) {
    for (String path : new String[] {"/v1/search", "/v1/papers"}) {
      Reply reply =
          server.send(
              server
                  .request(path)
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString("{\"q\":\"a\"}")));
      assertProblem(
          reply, 415, "Unsupported Media Type", "Content-Type is \"" + type + "\"; it must be");
    }
  }

  @Test
  void aBodyWithoutATypeIsRefused() {
    Reply reply = server.send(server.request("/v1/papers/x").PUT(BodyPublishers.ofString("{}")));
    assertProblem(reply, 415, "Unsupported Media Type", "Content-Type is missing");
  }

  @Test
  void aCompressedBodyIsRefused() {
    Reply reply =
        server.send(
            server
                .json("/v1/search")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("x")));
    assertProblem(reply, 415, "Unsupported Media Type", "Content-Encoding is \"gzip\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "Application/JSON; charset=\"UTF-8\""})
  void jsonIsAcceptedHoweverItIsNamed(String type) {
    Reply reply =
        server.send(
            server
                .request("/v1/search")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"q\":\"there\"}")));
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void aSearchLargerThanAMegabyteIsRefused() {
    String body = "{\"q\":\"" + "a".repeat(1 << 20) + "\"}";
    assertProblem(
        server.post("/v1/search", body),
        413,
        "Content Too Large",
        "the body is larger than 1048576 bytes (1 MB)");
  }

  @Test
  void papersLargerThanTheLimitAreRefusedAlsoWhenSentInChunks() {
    byte[] body = new byte[(32 << 20) + 1];
    Arrays.fill(body, (byte) ' ');
    Reply whole = server.send(server.json("/v1/papers").POST(BodyPublishers.ofByteArray(body)));
    assertProblem(whole, 413, "Content Too Large", "larger than 33554432 bytes (32 MB)");
    Reply chunked =
        server.send(
            server
                .json("/v1/papers")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    assertProblem(chunked, 413, "Content Too Large", "larger than 33554432 bytes (32 MB)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "/v2/search",
        "/v1/search/",
        "/v1/papers/",
        "/v1/papers/a/b",
        "/v1/papers/a/b/similar",
        "/v1//search",
        "/v1/%73earch",
        "/v1/papers%2Fthere",
        "/v1/papers/there/similar/",
        "/v1/x/../search",
        "/favicon.ico"
      })
  void anUnknownRouteIsNotFound(String path) {
    Reply reply = server.get(path);
    assertProblem(reply, 404, "Not Found", "there is nothing at \"" + path + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /v1/search, 'GET, HEAD, OPTIONS, POST'",
    "PATCH, /v1/papers/there, 'DELETE, GET, HEAD, OPTIONS, PUT'",
    "POST, /v1/papers/there, 'DELETE, GET, HEAD, OPTIONS, PUT'",
    "PUT, /v1/papers/there/similar, 'GET, HEAD, OPTIONS'",
    "PATCH, /v1/papers, 'DELETE, GET, HEAD, OPTIONS, POST, PUT'",
    "GET, /v1/reembed, 'OPTIONS, POST'",
    "TRACE, /v1/status, 'GET, HEAD, OPTIONS'",
    "BREW, /livez, 'GET, HEAD, OPTIONS'"
  })
  void aWrongMethodIsToldTheRightOnes(String method, String path, String allowed) {
    Reply reply = server.send(server.request(path).method(method, BodyPublishers.noBody()));
    assertProblem(reply, 405, "Method Not Allowed", "\"" + method + "\" is not possible at");
    assertThat(reply.header("allow")).isEqualTo(allowed);
  }

  @Test
  void optionsNameTheMethods() {
    Reply reply =
        server.send(server.request("/v1/search").method("OPTIONS", BodyPublishers.noBody()));
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.header("allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
  }

  @Test
  void aHeaderCannotTurnAGetIntoADelete() {
    Reply reply =
        server.send(
            server.request("/v1/papers/there").header("X-HTTP-Method-Override", "DELETE").GET());
    assertProblem(reply, 400, "Bad Request", "X-HTTP-Method-Override is not obeyed");
    assertThat(server.get("/v1/papers/there").status()).isEqualTo(200);
  }

  @Test
  void headOfAPaperThatIsNotThereIsNotFound() {
    assertThat(server.send(server.request("/v1/papers/nowhere").HEAD()).status()).isEqualTo(404);
  }

  @Test
  void anIdThatIsTooLongIsRefused() {
    assertProblem(
        server.get("/v1/papers/" + "a".repeat(257)), 400, "Bad Request", "1 to 256 bytes");
  }

  @Test
  void aWebSocketHasNothingToConnectTo() {
    Reply reply =
        server.send(server.request("/v1/search?q=a").header("Sec-WebSocket-Version", "13"));
    assertProblem(reply, 404, "Not Found", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/status", "/v1/search?q=there", "/v1/nowhere", "/v1/papers/nobody"})
  void everyAnswerForbidsSniffingAndStoring(String path) {
    Reply reply = server.get(path);
    assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(reply.header("cache-control")).isEqualTo("no-store");
    assertThat(reply.header("server")).isEmpty();
    assertThat(reply.header("content-type")).doesNotContain("charset");
  }
}
