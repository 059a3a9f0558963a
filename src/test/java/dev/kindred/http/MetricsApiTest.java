package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kindred.http.RunningServer.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class MetricsApiTest {
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

  private String metrics() {
    Reply reply = server.get("/metrics");
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    return reply.response().body();
  }

  private double value(String series) {
    return metrics()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + series));
  }

  private void put(String id) {
    assertThat(server.put("/v1/papers/" + id, "{\"title\": \"Roots of " + id + "\"}").status())
        .isEqualTo(201);
  }

  @Test
  void requestsAreCountedByTheTemplateOfTheirAddress() {
    put("a");
    put("b");
    server.get("/v1/papers/a");
    server.get("/v1/papers/b");
    server.get("/v1/papers/nobody");
    String count = "kindred_http_requests_seconds_count{method=\"%s\",route=\"%s\",status=\"%s\"}";
    assertThat(value(count.formatted("GET", "/v1/papers/{id}", "2xx"))).isEqualTo(2);
    assertThat(value(count.formatted("GET", "/v1/papers/{id}", "4xx"))).isEqualTo(1);
    assertThat(value(count.formatted("PUT", "/v1/papers/{id}", "2xx"))).isEqualTo(2);
    assertThat(value(count.formatted("GET", "/metrics", "2xx"))).isPositive();
    assertThat(metrics()).doesNotContain("nobody", "/v1/papers/a");
  }

  @Test
  void addressesAndMethodsOfStrangersMakeNoSeriesOfTheirOwn() {
    server.get("/wp-login.php");
    server.send(server.request("/v1/search").method("BREW", BodyPublishers.noBody()));
    String metrics = metrics();
    assertThat(metrics)
        .contains("{method=\"GET\",route=\"none\",status=\"4xx\"}")
        .doesNotContain("wp-login", "BREW");
  }

  @Test
  void searchesAreCountedByKindAndNeverByQuestion() {
    put("maize");
    server.get("/v1/search?q=roots&mode=lexical");
    server.get("/v1/search?q=roots&mode=lexical");
    server.get("/v1/search?q=zebrafish&mode=lexical");
    server.get("/v1/search?sort=date");
    server.get("/v1/search?q=");

    String count = "kindred_search_seconds_count{kind=\"%s\",list=\"%s\",mode=\"%s\"}";
    assertThat(value(count.formatted("search", "new", "lexical"))).isEqualTo(2);
    assertThat(value(count.formatted("search", "kept", "lexical"))).isEqualTo(1);
    assertThat(value(count.formatted("browse", "new", "none"))).isEqualTo(1);
    assertThat(value("kindred_searches_total{outcome=\"answered\"}")).isEqualTo(4);
    assertThat(value("kindred_searches_total{outcome=\"refused\"}")).isZero();
    assertThat(value("kindred_searches_in_vain_total")).isEqualTo(1);
    assertThat(value("kindred_search_stage_seconds_count{stage=\"search\"}")).isEqualTo(4);
    assertThat(metrics()).doesNotContain("zebrafish");
  }

  @Test
  void theCollectionIsTold() {
    put("a");
    put("b");
    server.put("/v1/papers/c", "{\"title\": 7}");
    assertThat(value("kindred_papers{state=\"pending\"}")).isEqualTo(2);
    assertThat(value("kindred_papers{state=\"embedded\"}")).isZero();
    assertThat(value("kindred_papers_rejected_total")).isEqualTo(1);
    assertThat(value("kindred_index_segments")).isPositive();
    assertThat(value("kindred_store_size_bytes")).isPositive();
    assertThat(value("kindred_store_free_bytes")).isPositive();
    assertThat(value("kindred_build{model=\"all-MiniLM-L6-v2\",version=\"1.2.3\"}")).isEqualTo(1);
  }

  @Test
  void whoeverIsNotLetInIsCounted() {
    assertThat(value("kindred_http_refused_total{status=\"401\"}")).isZero();
    server.send(server.request("/metrics").header("X-Forwarded-For", "10.1.2.3"));
    assertThat(value("kindred_http_refused_total{status=\"401\"}")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jvm_memory_used_bytes",
        "jvm_gc_live_data_size_bytes",
        "jvm_threads_live_threads",
        "process_cpu_usage",
        "process_files_open_files",
        "process_uptime_seconds",
        "process_resident_memory_bytes"
      })
  void theProcessIsTold(String name) {
    assertThat(metrics()).contains("\n" + name);
  }

  @Test
  void readingThemIsNoWriteInTheLog() {
    Logger audit = (Logger) LoggerFactory.getLogger("kindred.audit");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    audit.setLevel(Level.INFO);
    audit.addAppender(lines);
    try {
      metrics();
      put("a");
    } finally {
      audit.detachAppender(lines);
      audit.setLevel(null);
    }
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .allMatch(line -> line.contains(" PUT "))
        .hasSize(1);
  }

  @Test
  void itTakesNoParameters() {
    assertThat(server.get("/metrics?name=x").status()).isEqualTo(400);
  }
}
