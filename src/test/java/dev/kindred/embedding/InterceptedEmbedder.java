package dev.kindred.embedding;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A real embedder that counts what it is asked for, and lets a test look at each text, hold it up
 * or fail it beforehand.
 */
public final class InterceptedEmbedder implements Embedder {
  private final Embedder real;
  private final Consumer<String> before;
  private final AtomicInteger passages = new AtomicInteger();
  private final AtomicInteger queries = new AtomicInteger();

  public InterceptedEmbedder(Embedder real, Consumer<String> before) {
    this.real = real;
    this.before = before;
  }

  /** One that only counts. */
  public static InterceptedEmbedder counting(Embedder real) {
    return new InterceptedEmbedder(real, _ -> {});
  }

  /** One that cannot embed texts with some words, for {@code "the reason"}. */
  public static InterceptedEmbedder refusing(Embedder real, String words) {
    return new InterceptedEmbedder(
        real,
        text -> {
          if (text.contains(words)) {
            throw new EmbeddingFailed("the reason", new IllegalStateException());
          }
        });
  }

  /** How many passages it has been asked for. */
  public int passages() {
    return passages.get();
  }

  /** How many queries it has been asked for. */
  public int queries() {
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
    passages.incrementAndGet();
    before.accept(text);
    return real.passage(text);
  }

  @Override
  public EmbeddedText query(String text) {
    queries.incrementAndGet();
    before.accept(text);
    return real.query(text);
  }

  /** Leaves the real one open: it is shared. */
  @Override
  public void close() {}
}
