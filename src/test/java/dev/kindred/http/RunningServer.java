package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.http.access.AccessRules;
import dev.kindred.http.access.AllowedOrigins;
import dev.kindred.http.access.KeyFile;
import dev.kindred.http.access.KnownKeys;
import dev.kindred.http.access.Networks;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.ingest.EmbeddingProgress;
import dev.kindred.ingest.EmbeddingWorker;
import dev.kindred.ingest.SearchesFirst;
import dev.kindred.map.MapState;
import dev.kindred.map.MapWorker;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.SearchEngine;
import dev.kindred.search.SearchSettings;
import dev.kindred.search.ranking.RankingMethod;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A server as it runs in earnest: real model, real store, an open port of this machine. */
final class RunningServer implements AutoCloseable {
  static final String TOKEN = "a token only tests know";

  /** The smallest of the bundled models. */
  private static final String MODEL = "all-MiniLM-L6-v2";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What came back. */
  record Reply(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      return PaperJson.parse(response.body());
    }

    String detail() {
      return json().path("detail").asText();
    }
  }

  final Embedder embedder;
  final PaperIndex index;
  final Optional<EmbeddingWorker> worker;
  final KindredServer server;
  private volatile Optional<MapWorker> map = Optional.empty();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningServer(
      Path folder,
      boolean embedding,
      InstantSource clock,
      AllowedOrigins origins,
      AccessRules rules) {
    embedder = new ModelCatalog(Path.of("models")).load(MODEL, 1);
    index = LuceneStore.open(folder, embedder.identity());
    SearchesFirst searches = new SearchesFirst();
    worker =
        embedding
            ? Optional.of(EmbeddingWorker.start(index, embedder, searches, InstantSource.system()))
            : Optional.empty();
    ServedCollection collection =
        new ServedCollection(
            index,
            new SearchEngine(
                index::view,
                embedder,
                new SearchSettings(RankingMethod.FEEDBACK, () -> embedder.card().band(), clock)),
            () ->
                worker
                    .map(EmbeddingWorker::progress)
                    .orElse(new EmbeddingProgress(0, 0, Optional.empty())),
            searches,
            () -> map.map(MapWorker::state).orElse(new MapState.Waiting("none is wanted")),
            folder,
            "1.2.3");
    server =
        KindredServer.start(
            collection,
            new KnownKeys(new KeyFile(folder), List.of(KnownKeys.own("token", TOKEN)), clock),
            rules,
            clock,
            new Listening("127.0.0.1", 0, origins));
  }

  static RunningServer start(Path folder) {
    return start(folder, InstantSource.system());
  }

  /** One whose kept lists expire by this clock. */
  static RunningServer start(Path folder, InstantSource clock) {
    return new RunningServer(folder, true, clock, AllowedOrigins.NONE, AccessRules.STRICT);
  }

  /** One whose papers all stay pending. */
  static RunningServer startWithoutEmbedding(Path folder) {
    return new RunningServer(
        folder, false, InstantSource.system(), AllowedOrigins.NONE, AccessRules.STRICT);
  }

  /** One that pages of these origins may read, without embedding and without keys. */
  static RunningServer startFor(Path folder, AllowedOrigins origins) {
    return new RunningServer(
        folder,
        false,
        InstantSource.system(),
        origins,
        new AccessRules(true, false, Networks.NONE, 0));
  }

  /** One that lets in whom these rules let in, without embedding. */
  static RunningServer startWith(Path folder, AccessRules rules, InstantSource clock) {
    return new RunningServer(folder, false, clock, AllowedOrigins.NONE, rules);
  }

  /** Begins to make a map, or to show the one that is kept in this file. */
  void drawMap(Path file) {
    map.ifPresent(MapWorker::close);
    map = Optional.of(MapWorker.start(index, file, () -> true, InstantSource.system()));
  }

  Reply get(String path) {
    return send(request(path).GET());
  }

  Reply delete(String path) {
    return send(request(path).DELETE());
  }

  Reply put(String path, String json) {
    return send(json(path).PUT(BodyPublishers.ofString(json)));
  }

  Reply post(String path, String json) {
    return send(json(path).POST(BodyPublishers.ofString(json)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(PATIENCE);
  }

  HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  Reply send(HttpRequest.Builder request) {
    try {
      return new Reply(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  void awaitEmbedded() {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!isFullyEmbedded()) {
      assertThat(Instant.now()).as("all papers are embedded before").isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private boolean isFullyEmbedded() {
    try (IndexView view = index.view()) {
      return view.counts().isFullyEmbedded();
    }
  }

  @Override
  public void close() {
    server.close();
    map.ifPresent(MapWorker::close);
    worker.ifPresent(EmbeddingWorker::close);
    index.close();
    embedder.close();
  }
}
