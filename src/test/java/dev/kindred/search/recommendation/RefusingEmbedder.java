package dev.kindred.search.recommendation;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.EmbeddingFailed;
import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.ModelIdentity;

/** A real embedder that cannot embed passages with a certain word. */
record RefusingEmbedder(Embedder real, String word) implements Embedder {
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
    if (text.contains(word)) {
      throw new EmbeddingFailed("the reason", new IllegalStateException());
    }
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
