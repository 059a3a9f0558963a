package dev.kindred.embedding;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Passes everything on, and knows when queries are embedded: so that work which can wait does. It
 * sees no search that embeds no query: one by words alone, one whose query is cached, a page of a
 * kept list; and passages are no queries to it, whoever wants them. Thread-safe as what it passes
 * to.
 */
public final class WatchedEmbedder implements Embedder {
  /** Embedding a query is the beginning of a search; ranking and telling come after it. */
  private static final Duration SEARCH = Duration.ofMillis(200);

  private final Embedder embedder;
  private final LongSupplier nanoTime;
  private final AtomicInteger queries = new AtomicInteger();
  private volatile long lastQuery;

  public WatchedEmbedder(Embedder embedder) {
    this(embedder, System::nanoTime);
  }

  /**
   * With another clock.
   *
   * @param nanoTime as {@link System#nanoTime}, so that setting the time of day changes nothing
   */
  WatchedEmbedder(Embedder embedder, LongSupplier nanoTime) {
    this.embedder = embedder;
    this.nanoTime = nanoTime;
    this.lastQuery = nanoTime.getAsLong() - SEARCH.toNanos();
  }

  /** Whether no query is being embedded, nor was in the last 200 milliseconds. */
  public boolean isQuiet() {
    return queries.get() == 0 && nanoTime.getAsLong() - lastQuery >= SEARCH.toNanos();
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
      lastQuery = nanoTime.getAsLong();
      queries.decrementAndGet();
    }
  }

  @Override
  public void close() {
    embedder.close();
  }
}
