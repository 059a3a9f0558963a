package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no client library would send them, byte by byte. */
class WireErrorTest {
  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.startWithoutEmbedding(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String rawAnswer(String request) throws IOException {
    try (RawConnection connection = new RawConnection(server.server.port())) {
      return connection.send(request).readAll();
    }
  }

  private static void assertRawProblem(String answer, int status, String detail) {
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
    assertThat(head)
        .containsIgnoringCase("Content-Type: application/problem+json\r\n")
        .containsIgnoringCase("X-Content-Type-Options: nosniff")
        .doesNotContainIgnoringCase("\r\nServer:");
    JsonNode json = PaperJson.parse(answer.substring(answer.indexOf("\r\n\r\n")));
    assertThat(json.path("status").asInt()).isEqualTo(status);
    assertThat(json.path("detail").asText()).contains(detail);
  }

  @Test
  void onlyTwoLargeBodiesAreReadAtOnceAndSmallOnesBeside() throws IOException {
    String post =
        "POST /v1/papers HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    String large = post + "Expect: 100-continue\r\nContent-Length: 2000000\r\n\r\n";
    int port = server.server.port();
    try (RawConnection first = new RawConnection(port);
        RawConnection second = new RawConnection(port)) {
      // The server asks for a body only when it begins to read it.
      assertThat(first.send(large).readHead()).startsWith("HTTP/1.1 100 ");
      assertThat(second.send(large).readHead()).startsWith("HTTP/1.1 100 ");

      assertRawProblem(rawAnswer(large), 503, "2 bodies of more than 1048576 bytes");
      assertThat(server.post("/v1/papers", "[{\"id\": \"s\", \"title\": \"Small\"}]").status())
          .isEqualTo(200);
    }
    try (RawConnection later = new RawConnection(port)) {
      assertThat(later.send(large).readHead()).startsWith("HTTP/1.1 100 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"q\":\r\n",
        "Content-Length: 50\r\n\r\n{"
      })
  void aBodyThatBreaksOffIsRefused(String rest) throws IOException {
    try (RawConnection connection = new RawConnection(server.server.port())) {
      connection
          .send("POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n")
          .send(rest)
          .sendNoMore();
      assertRawProblem(connection.readAll(), 400, "the body breaks off before its end");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/papers/%20a|id is \" a\"; it must be 1 to 256 bytes",
        "/v1/papers/a%0Ab|it must be 1 to 256 bytes of text without control characters",
        "/v1/papers/a?x=1|\"x\" is not known here; known are no parameters at all",
        "/v1/similar|id is missing; say which paper is meant",
        "/v1/similar?id=|id is empty",
        "/v1/similar?id=a&mode=x|\"mode\" is not known here",
        "/v1/papers/a/similar?id=b|\"id\" is not known here",
        "/v1/search?q=100%|a percent sign must be followed by two hexadecimal digits",
        "/v1/search?q=%FF|not percent-encoded UTF-8",
        "/v1/status?verbose=1|\"verbose\" is not known here"
      })
  void aBadAddressIsRefused(String path, String detail) throws IOException {
    String answer =
        rawAnswer("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertRawProblem(answer, 400, detail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/papers/%", "/v1/papers/%zz", "/v1/papers/%FF", "/v1/papers/%C3"})
  void aPathThatIsNotPercentEncodedUtf8IsRefused(String path) throws IOException {
    String answer =
        rawAnswer("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertRawProblem(answer, 400, "the request is not understood");
  }

  @Test
  void anAddressThatIsTooLongIsRefused() throws IOException {
    String answer =
        rawAnswer(
            "GET /v1/search?q="
                + "a".repeat(20_000)
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertRawProblem(answer, 414, "a long query can be sent as POST /v1/search");
  }

  @ParameterizedTest
  @ValueSource(ints = {17_000, 70_000})
  void whoAsksIsKnownOnlyOfAnAddressThatJettyReads(int length) throws IOException {
    String answer = browserAnswer("/?q=" + "a".repeat(length));
    assertThat(answer).startsWith("HTTP/1.1 414 ").contains("longer than 16384 bytes");
    assertThat(answer.contains("<h1>URI Too Long</h1>")).isEqualTo(length == 17_000);
  }

  @Test
  void anAddressThatIsNotUnderstoodIsRefusedBeforeItIsKnownWhoAsks() throws IOException {
    assertRawProblem(browserAnswer("/papers/%zz"), 400, "the request is not understood");
  }

  private static String browserAnswer(String path) throws IOException {
    String headers = "Host: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
    return rawAnswer("GET " + path + " HTTP/1.1\r\n" + headers);
  }

  @Test
  void headersThatAreTooLongAreRefused() throws IOException {
    String answer =
        rawAnswer(
            "GET /livez HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(70_000) + "\r\n\r\n");
    assertRawProblem(
        answer, 431, "the address and the headers are longer than 65536 bytes together");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /livez HTTP/1.1\r\n\r\n",
        "GET /livez HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        "GET /livez HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n",
        "hello\r\n\r\n"
      })
  void whatIsNotHttpIsRefused(String request) throws IOException {
    assertRawProblem(rawAnswer(request), 400, "the request is not understood");
  }
}
