package dev.kindred.cli;

import dev.kindred.http.KindredServer;
import dev.kindred.http.Listening;
import dev.kindred.http.ServedCollection;
import dev.kindred.http.SlowSearches;
import dev.kindred.ingest.EmbeddingProgress;
import dev.kindred.paper.Rejection.Unavailable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** A server for an open collection, which other processes find through its data folder. */
final class Service implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final KindredServer server;
  private final Serving serving;
  private final Path data;

  private Service(KindredServer server, Serving serving, Path data) {
    this.server = server;
    this.serving = serving;
    this.data = data;
  }

  /**
   * Begins to serve.
   *
   * @param embedding how embedding goes at the moment of asking
   */
  static Service start(
      OpenCollection collection,
      Supplier<EmbeddingProgress> embedding,
      Options options,
      String version) {
    String token = Serving.newToken();
    ServedCollection served =
        new ServedCollection(
            collection.index(),
            collection.engine(),
            embedding,
            collection.searches(),
            collection::map,
            options.data(),
            version);
    KindredServer server =
        KindredServer.start(
            served,
            ServerKeys.of(options, token),
            options.access(),
            InstantSource.system(),
            new Listening(options.host(), options.port(), options.cors()),
            new SlowSearches(options.slowQuery()));
    URI url = ListenOptions.address(options.host(), server.port());
    Serving serving = new Serving(url.toString(), ProcessHandle.current().pid(), token);
    Service service = new Service(server, serving, options.data());
    try {
      serving.write(options.data());
      return service;
    } catch (RuntimeException cannotWrite) {
      server.close();
      throw cannotWrite;
    }
  }

  String url() {
    return serving.url();
  }

  int port() {
    return server.port();
  }

  /**
   * True when a first search has been answered, false if the process is to end before.
   *
   * @throws Unavailable if that search failed; it has been logged why
   */
  boolean awaitReady(Shutdown shutdown) {
    while (!server.isReady()) {
      if (server.isBroken()) {
        throw new Unavailable("the server's own first search failed, so it cannot serve");
      }
      if (shutdown.await(LOOK_AGAIN)) {
        return false;
      }
    }
    return true;
  }

  /** Requests in flight are answered first. */
  @Override
  public void close() {
    serving.remove(data);
    server.close();
  }
}
