package dev.kindred.ingest;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.ModelIdentity;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A real embedder that lets a test look at each passage, hold it up or fail it, beforehand. */
final class InterceptedEmbedder implements Embedder {
  private final Embedder real;
  private final Consumer<String> before;
  private final AtomicInteger passages = new AtomicInteger();

  InterceptedEmbedder(Embedder real, Consumer<String> before) {
    this.real = real;
    this.before = before;
  }

  /** How many passages it has been asked for. */
  int passages() {
    return passages.get();
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
    passages.incrementAndGet();
    before.accept(text);
    return real.passage(text);
  }

  @Override
  public EmbeddedText query(String text) {
    return real.query(text);
  }

  /** Leaves the real one open: it is shared. */
  @Override
  public void close() {}
}
