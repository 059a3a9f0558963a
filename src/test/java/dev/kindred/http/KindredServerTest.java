package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.Waiting;
import dev.kindred.http.access.AccessRules;
import dev.kindred.http.access.KeyFile;
import dev.kindred.http.access.KnownKeys;
import dev.kindred.index.IndexView;
import dev.kindred.ingest.EmbeddingProgress;
import dev.kindred.ingest.SearchesFirst;
import dev.kindred.map.MapState;
import dev.kindred.paper.Rejection.InvalidSettings;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.SearchEngine;
import dev.kindred.search.SearchSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class KindredServerTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;

  private KindredServer over(RunningServer other, Supplier<IndexView> views) {
    ServedCollection collection =
        new ServedCollection(
            other.index,
            new SearchEngine(views, other.embedder, SearchSettings.of(Optional::empty)),
            () -> new EmbeddingProgress(0, 0, Optional.empty()),
            new SearchesFirst(),
            () -> new MapState.Waiting("none is wanted"),
            folder,
            "1");
    return KindredServer.start(
        collection, keys(), AccessRules.STRICT, CLOCK, Listening.at("127.0.0.1", 0));
  }

  private KnownKeys keys() {
    return new KnownKeys(new KeyFile(folder), List.of(), CLOCK);
  }

  private static HttpResponse<String> get(KindredServer server, String path)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
  }

  private static JsonNode searches(KindredServer server) throws Exception {
    return PaperJson.parse(get(server, "/v1/activity").body()).path("searches");
  }

  @Test
  void itIsReadyOnlyWhenTheWarmUpSearchHasBeenAnswered() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (RunningServer other = RunningServer.startWithoutEmbedding(folder);
        KindredServer server =
            over(
                other,
                () -> {
                  Waiting.on(gate);
                  return other.index.view();
                })) {
      HttpResponse<String> before = get(server, "/readyz");
      assertThat(before.statusCode()).isEqualTo(503);
      assertThat(before.headers().firstValue("retry-after")).hasValue("1");
      assertThat(before.headers().firstValue("content-type")).hasValue("application/problem+json");
      assertThat(get(server, "/livez").statusCode()).isEqualTo(200);
      assertThat(PaperJson.parse(get(server, "/v1/status").body()).path("ready").asBoolean())
          .isFalse();
      gate.countDown();
      Waiting.until("it is ready", server::isReady);
      HttpResponse<String> after = get(server, "/readyz");
      assertThat(after.statusCode()).isEqualTo(200);
      assertThat(after.body()).isEqualTo("{\"status\":\"ready\"}");
    } finally {
      gate.countDown();
    }
  }

  @Test
  void aBugIsAnsweredWithANameForItAndNothingElse() throws Exception {
    answersWithNothingButAName(() -> {
      throw new IllegalStateException("secret internals");
    });
  }

  @Test
  void anErrorOfTheVirtualMachineIsAnsweredLikeABug() throws Exception {
    answersWithNothingButAName(() -> {
      throw new StackOverflowError("secret internals");
    });
  }

  private void answersWithNothingButAName(Supplier<IndexView> failing) throws Exception {
    try (RunningServer other = RunningServer.startWithoutEmbedding(folder);
        KindredServer server = over(other, failing)) {
      HttpResponse<String> answer = get(server, "/v1/search?q=a");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
      assertThat(answer.body()).doesNotContain("secret", "Illegal", "Overflow", "dev.kindred");
      JsonNode json = PaperJson.parse(answer.body());
      assertThat(json.path("instance").asText()).matches("urn:uuid:[0-9a-f-]{36}");
      assertThat(json.path("detail").asText()).contains(json.path("instance").asText());
      assertThat(searches(server).path("failed").asInt()).isEqualTo(1);
      assertThat(server.isReady()).isFalse();
    }
  }

  @Test
  void aRequestInFlightIsFinishedWhenItCloses() throws Exception {
    RunningServer running = RunningServer.startWithoutEmbedding(folder);
    String body = "{\"title\": \"The last one\"}";
    try (RawConnection connection = new RawConnection(running.server.port())) {
      connection.send(headOfAPut(body.length()));
      assertThat(connection.readHead()).startsWith("HTTP/1.1 100 ");
      CompletableFuture<Void> closing = CompletableFuture.runAsync(running.server::close);
      Waiting.until("connections are refused", () -> isRefused(running));
      assertThat(closing).isNotDone();
      connection.send(body);
      assertThat(connection.readHead()).startsWith("HTTP/1.1 201 ");
      closing.get(10, TimeUnit.SECONDS);
    }
    try (IndexView view = running.index.view()) {
      assertThat(view.counts().papers()).isEqualTo(1);
    }
    running.close();
  }

  /** The server's "100 Continue" then tells that it is at work on the request. */
  private static String headOfAPut(int length) {
    return String.join(
        "\r\n",
        "PUT /v1/papers/last HTTP/1.1",
        "Host: localhost",
        "Content-Type: application/json",
        "Content-Length: " + length,
        "Expect: 100-continue",
        "",
        "");
  }

  private static boolean isRefused(RunningServer running) {
    try (RawConnection another = new RawConnection(running.server.port(), Duration.ofMillis(500))) {
      String answer =
          another.send("GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").readAll();
      return !answer.startsWith("HTTP/1.1 200 ");
    } catch (IOException refusedOrCut) {
      return true;
    }
  }

  @Test
  void aRequestThatNeverEndsDoesNotKeepItFromClosing() throws Exception {
    RunningServer running = RunningServer.startWithoutEmbedding(folder);
    try (RawConnection connection = new RawConnection(running.server.port())) {
      connection.send(headOfAPut(100));
      assertThat(connection.readHead()).startsWith("HTTP/1.1 100 ");
      Instant before = Instant.now();
      running.server.close();
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }
    running.close();
  }

  @Test
  void aPortThatIsTakenIsReportedAsASetting() {
    try (RunningServer running = RunningServer.startWithoutEmbedding(folder)) {
      int port = running.server.port();
      ServedCollection collection =
          new ServedCollection(
              running.index,
              new SearchEngine(
                  running.index::view, running.embedder, SearchSettings.of(Optional::empty)),
              () -> new EmbeddingProgress(0, 0, Optional.empty()),
              new SearchesFirst(),
              () -> new MapState.Waiting("none is wanted"),
              folder,
              "1");
      KnownKeys keys = keys();
      assertThatThrownBy(() ->
              KindredServer.start(
                  collection, keys, AccessRules.STRICT, CLOCK, Listening.at("127.0.0.1", port)))
          .isInstanceOf(InvalidSettings.class)
          .hasMessageContaining("cannot listen on port %d of 127.0.0.1".formatted(port));
      assertThatThrownBy(() ->
              KindredServer.start(
                  collection, keys, AccessRules.STRICT, CLOCK, Listening.at("192.0.2.1", 0)))
          .isInstanceOf(InvalidSettings.class)
          .hasMessageContaining("cannot listen on port 0 of 192.0.2.1");
      assertThatThrownBy(() ->
              KindredServer.start(
                  collection, keys, AccessRules.STRICT, CLOCK, Listening.at("no host", 0)))
          .isInstanceOf(InvalidSettings.class)
          .hasMessageContaining("host is \"no host\"");
    }
  }

  @Test
  void aCrowdTurnsAwaySearchesAndDuplicatesButNotTheReasonWhyARequestIsWrong() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    AtomicInteger inside = new AtomicInteger();
    int places = Runtime.getRuntime().availableProcessors();
    try (RunningServer other = RunningServer.startWithoutEmbedding(folder);
        KindredServer server =
            over(
                other,
                () -> {
                  inside.incrementAndGet();
                  Waiting.on(gate);
                  return other.index.view();
                });
        ExecutorService clients = Executors.newFixedThreadPool(places)) {
      Waiting.until("it warms up", () -> inside.get() == 1);
      List<Future<HttpResponse<String>>> crowd = new ArrayList<>();
      for (int i = 0; i < places; i++) {
        crowd.add(clients.submit(() -> get(server, "/v1/search?q=ice&mode=lexical")));
      }
      Waiting.until("all places are taken", () -> inside.get() == 1 + places);

      for (String path : List.of("/v1/search?q=ice&mode=lexical", "/v1/duplicates")) {
        assertThat(get(server, path).statusCode()).as(path).isEqualTo(503);
      }
      assertThat(searches(server).path("refused").asInt()).isEqualTo(1);
      for (String path :
          List.of(
              "/v1/search?q=ice&limit=0",
              "/v1/similar?id=a&diversity=2",
              "/v1/papers/a/similar?limit=x",
              "/v1/duplicates?min_similarity=2",
              "/v1/duplicates?cursor=x")) {
        assertThat(get(server, path).statusCode()).as(path).isEqualTo(400);
      }
      gate.countDown();
      for (Future<HttpResponse<String>> search : crowd) {
        assertThat(search.get().statusCode()).isEqualTo(200);
      }
      assertThat(searches(server).path("answered").asInt()).isEqualTo(places);
    }
  }
}
