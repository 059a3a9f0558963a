package dev.kindred.evaluation;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.paper.Rejection.UnusableStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps embeddings in a folder by the SHA-256 of their text, so that no text is embedded twice and
 * a stopped run goes on. The file in it is named after all that decides about the bits: another
 * model or kind of processor has another file. What comes out of the cache does not tell how many
 * tokens the text had.
 */
public final class CachedEmbedder implements Embedder {
  private final Embedder embedder;
  private final EmbeddingCache cache;

  private CachedEmbedder(Embedder embedder, EmbeddingCache cache) {
    this.embedder = embedder;
    this.cache = cache;
  }

  /**
   * Puts a cache before an embedder, which stays the caller's to close.
   *
   * @throws UnusableStore if the folder cannot be read or written
   */
  public static CachedEmbedder over(Embedder embedder, Path folder) {
    Path file = folder.resolve(sha256(embedder.identity().toString()));
    return new CachedEmbedder(
        embedder, EmbeddingCache.open(file, embedder.identity().compatible().dimension()));
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

  /** What is kept of a passage; empty if it has not been embedded yet. */
  Optional<Embedding> known(String passage) {
    return cache.find(passageKey(passage));
  }

  @Override
  public EmbeddedText passage(String text) {
    return found(passageKey(text), () -> embedder.passage(text));
  }

  @Override
  public EmbeddedText query(String text) {
    return found(sha256("query " + text), () -> embedder.query(text));
  }

  private EmbeddedText found(String key, Supplier<EmbeddedText> embedding) {
    Optional<Embedding> known = cache.find(key);
    if (known.isPresent()) {
      return new EmbeddedText(known.get(), 0, false);
    }
    EmbeddedText made = embedding.get();
    cache.add(key, made.embedding());
    return made;
  }

  private static String passageKey(String text) {
    return sha256("passage " + text);
  }

  private static String sha256(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public void close() {
    cache.close();
  }
}
