package dev.kindred.embedding;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes everything on, and knows when people search: so that work which can wait does. Thread-safe
 * as what it passes to.
 */
public final class WatchedEmbedder implements Embedder {
  /** Embedding a query is the beginning of a search; ranking and telling come after it. */
  private static final Duration SEARCH = Duration.ofMillis(200);

  private final Embedder embedder;
  private final InstantSource clock;
  private final AtomicInteger queries = new AtomicInteger();
  private volatile Instant lastQuery = Instant.EPOCH;

  public WatchedEmbedder(Embedder embedder, InstantSource clock) {
    this.embedder = embedder;
    this.clock = clock;
  }

  /** Whether no query is being embedded, nor was just now. */
  public boolean isQuiet() {
    return queries.get() == 0 && clock.instant().isAfter(lastQuery.plus(SEARCH));
  }

  @Override
  public ModelCard card() {
    return embedder.card();
  }

  @Override
  public ModelIdentity identity() {
    return embedder.identity();
  }

  @Override
  public int workers() {
    return embedder.workers();
  }

  @Override
  public EmbeddedText passage(String text) {
    return embedder.passage(text);
  }

  @Override
  public EmbeddedText query(String text) {
    queries.incrementAndGet();
    try {
      return embedder.query(text);
    } finally {
      lastQuery = clock.instant();
      queries.decrementAndGet();
    }
  }

  @Override
  public void close() {
    embedder.close();
  }
}
