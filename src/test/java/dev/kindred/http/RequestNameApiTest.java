package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kindred.http.RunningServer.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class RequestNameApiTest {
  private static final String MADE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

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

  @ParameterizedTest
  @ValueSource(strings = {"/livez", "/v1/status", "/v1/search?q=", "/nowhere", "/", "/v1/papers/x"})
  void everyAnswerHasAName(String path) {
    assertThat(server.get(path).header("x-request-id")).matches(MADE);
  }

  @Test
  void theNameThatWasSentIsTaken() {
    assertThat(named("Front-end_7.a").header("x-request-id")).isEqualTo("Front-end_7.a");
    assertThat(named("x".repeat(64)).header("x-request-id")).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "a;b", "{\"a\":1}", "über"})
  void aNameThatALogCannotHoldIsNotTaken(String name) {
    assertThat(named(name).header("x-request-id")).matches(MADE);
  }

  @Test
  void aNameThatIsTooLongIsNotTaken() {
    assertThat(named("x".repeat(65)).header("x-request-id")).matches(MADE);
  }

  @Test
  void searchesTellWhatTheirStagesTook() {
    assertThat(server.get("/v1/search?q=maize&mode=lexical").header("server-timing"))
        .matches("wait;dur=[\\d.]+, search;dur=[\\d.]+, answer;dur=[\\d.]+, total;dur=[\\d.]+");
    assertThat(server.get("/v1/status").header("server-timing")).isEmpty();
  }

  @Test
  void whatTheLogTellsOfARequestHasItsName() {
    Logger audit = (Logger) LoggerFactory.getLogger("kindred.audit");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    audit.addAppender(lines);
    try {
      server.send(
          server
              .request("/v1/activity")
              .header("X-Request-Id", "refused-1")
              .header("X-Forwarded-For", "10.1.2.3"));
    } finally {
      audit.detachAppender(lines);
    }
    assertThat(lines.list)
        .singleElement()
        .satisfies(
            line -> assertThat(line.getMDCPropertyMap()).containsEntry("request", "refused-1"));
  }

  @Test
  void whatIsMalformedHasANameToo() {
    assertThat(server.get("/" + "x".repeat(20_000)).status()).isEqualTo(414);
    assertThat(server.get("/" + "x".repeat(20_000)).header("x-request-id")).matches(MADE);
  }

  private static Reply named(String name) {
    return server.send(server.request("/livez").header("X-Request-Id", name));
  }
}
