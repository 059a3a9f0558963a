package dev.kindred.search;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.ModelIdentity;
import java.util.concurrent.atomic.AtomicInteger;

/** A real embedder that counts its queries and lets a test hold them up or fail them. */
final class CountingEmbedder implements Embedder {
  private final Embedder real;
  private final Runnable before;
  private final AtomicInteger queries = new AtomicInteger();

  CountingEmbedder(Embedder real, Runnable before) {
    this.real = real;
    this.before = before;
  }

  int queries() {
    return queries.get();
  }

  @Override
  public ModelCard card() {
    return real.card();
  }

  @Override
  public ModelIdentity identity() {
    return real.identity();
  }

  @Override
  public int workers() {
    return real.workers();
  }

  @Override
  public EmbeddedText passage(String text) {
    return real.passage(text);
  }

  @Override
  public EmbeddedText query(String text) {
    queries.incrementAndGet();
    before.run();
    return real.query(text);
  }

  /** Leaves the real one open: it is shared. */
  @Override
  public void close() {}
}
