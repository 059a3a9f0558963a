package dev.kindred.cli;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.ModelIdentity;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Loads a model when something is to be embedded, if ever: a search for words alone shall neither
 * wait for a model nor need one.
 */
final class LazyEmbedder implements Embedder {
  private final Supplier<Embedder> loading;
  private Optional<Embedder> loaded = Optional.empty();

  /**
   * Owns what it loads.
   *
   * @param loading is asked once, unless it refuses
   */
  LazyEmbedder(Supplier<Embedder> loading) {
    this.loading = loading;
  }

  private synchronized Embedder loaded() {
    Embedder embedder = loaded.orElseGet(loading);
    loaded = Optional.of(embedder);
    return embedder;
  }

  @Override
  public ModelCard card() {
    return loaded().card();
  }

  @Override
  public ModelIdentity identity() {
    return loaded().identity();
  }

  @Override
  public int workers() {
    return loaded().workers();
  }

  @Override
  public EmbeddedText passage(String text) {
    return loaded().passage(text);
  }

  @Override
  public EmbeddedText query(String text) {
    return loaded().query(text);
  }

  @Override
  public synchronized void close() {
    loaded.ifPresent(Embedder::close);
  }
}
