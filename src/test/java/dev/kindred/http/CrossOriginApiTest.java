package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.http.RunningServer.Reply;
import dev.kindred.http.access.AllowedOrigins;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that one other origin may read. */
class CrossOriginApiTest {
  private static final String LAB = "https://lab.example";
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.startFor(folder, AllowedOrigins.parse(LAB).orElseThrow());
    assertThat(server.put("/v1/papers/a", "{\"title\": \"One\"}").status()).isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Reply from(String origin, String path) {
    return server.send(server.request(path).header("Origin", origin).GET());
  }

  private static Reply preflight(RunningServer server, String origin, String method, String path) {
    return server.send(
        server
            .request(path)
            .headers("Origin", origin, "Access-Control-Request-Method", method)
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/search?q=one",
        "/v1/similar?id=a",
        "/v1/papers/a/similar",
        "/v1/recommendations?positive=a",
        "/v1/papers/a",
        "/v1/papers?id=a",
        "/v1/papers",
        "/v1/status"
      })
  void pagesOfAnAllowedOriginMayRead(String path) {
    Reply reply = from(LAB, path);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header(ALLOWED)).isEqualTo(LAB);
    assertThat(reply.header("Vary")).contains("Origin");
  }

  @Test
  void theyLearnWhatIsWrongToo() {
    Reply reply = from(LAB, "/v1/similar?id=none");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header(ALLOWED)).isEqualTo(LAB);
    assertThat(from(LAB, "/v1/search?limit=0").header(ALLOWED)).isEqualTo(LAB);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://other.example",
        "http://lab.example",
        "https://lab.example:8443",
        "https://lab.example.evil.example",
        "https://sub.lab.example",
        "null"
      })
  void pagesOfOtherOriginsMayNot(String origin) {
    Reply reply = from(origin, "/v1/search?q=one");
    assertThat(reply.header(ALLOWED)).isEmpty();
    assertThat(reply.header("Vary")).contains("Origin");
    assertThat(preflight(server, origin, "POST", "/v1/search").header(ALLOWED)).isEmpty();
  }

  @Test
  void anAnswerVariesByOriginAlsoForThoseWithoutOne() {
    assertThat(server.get("/v1/search?q=one").header("Vary")).contains("Origin");
    Reply packed =
        server.send(
            server.request("/v1/search?q=one").headers("Origin", LAB, "Accept-Encoding", "gzip"));
    assertThat(packed.response().headers().allValues("Vary").toString()).contains("Origin");
  }

  @Test
  void aPostOfJsonIsAllowedBeforeItIsSent() {
    Reply reply = preflight(server, LAB, "POST", "/v1/recommendations");
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.header(ALLOWED)).isEqualTo(LAB);
    assertThat(reply.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
    assertThat(reply.header("Access-Control-Allow-Headers"))
        .isEqualTo("Authorization, Content-Type");
    assertThat(reply.header("Access-Control-Max-Age")).isEqualTo("7200");
    assertThat(reply.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/v1/papers/a",
    "DELETE,/v1/papers/a",
    "DELETE,/v1/papers?id=a",
    "POST,/v1/papers",
    "POST,/v1/reembed",
    "GET,/v1/duplicates",
    "GET,/v1/papers/a/duplicates",
    "PUT,/v1/search"
  })
  void pagesOfNoOtherOriginMayWrite(String method, String path) {
    Reply reply = preflight(server, LAB, method, path);
    assertThat(reply.header(ALLOWED)).isEmpty();
    assertThat(reply.header("Access-Control-Allow-Methods")).isEmpty();
  }

  @Test
  void aWriteThatIsSentAllTheSameIsNotAnsweredForAPage() {
    Reply reply =
        server.send(
            server
                .json("/v1/papers/b")
                .header("Origin", LAB)
                .PUT(BodyPublishers.ofString("{\"title\": \"Two\"}")));
    assertThat(reply.header(ALLOWED)).isEmpty();
  }

  @Test
  void allOriginsMayReadWhereAllAreAllowed(@TempDir Path other) {
    AllowedOrigins all = AllowedOrigins.parse("*").orElseThrow();
    try (RunningServer open = RunningServer.startFor(other, all)) {
      Reply reply = open.send(open.request("/v1/status").header("Origin", "null").GET());
      assertThat(reply.header(ALLOWED)).isEqualTo("*");
      assertThat(preflight(open, LAB, "POST", "/v1/search").header(ALLOWED)).isEqualTo("*");
      assertThat(preflight(open, LAB, "PUT", "/v1/papers/a").header(ALLOWED)).isEmpty();
    }
  }
}
