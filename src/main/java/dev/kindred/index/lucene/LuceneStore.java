package dev.kindred.index.lucene;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import org.apache.lucene.util.Version;

/**
 * Opens the folder that holds a collection: {@code current} names the generation that serves, each
 * generation is a folder with a manifest and a Lucene index, {@code lock} belongs to the one
 * process that writes.
 */
public final class LuceneStore {
  /**
   * Up to so many embedded papers a search without a filter looks at each, and goes by no graph.
   * One for more than 500 hits does so with more papers, up to 20 for each hit.
   */
  public static final int SCANNED_AT_MOST = VectorReading.SCANNED_AT_MOST;

  /** Lucene logs by itself, past SLF4J, which vector instructions it found. */
  private static final java.util.logging.Logger LUCENE_LOG =
      java.util.logging.Logger.getLogger("org.apache.lucene");

  static {
    LUCENE_LOG.setLevel(Level.WARNING);
  }

  private LuceneStore() {}

  /**
   * Opens a store for writing, and makes it if the folder is new or empty. While no paper has a
   * vector, the store takes the given identity; later only the recorded part may differ, which the
   * caller has to check and {@link LuceneIndex#accept}. A store in an older format is rewritten
   * first.
   *
   * @throws UnusableStore if another process writes to it, it is damaged, or its vectors are of
   *     another model
   */
  public static LuceneIndex open(Path folder, ModelIdentity identity) {
    return open(folder, identity, VectorStorage.FLOAT32);
  }

  /** The same, and says what is kept of vectors that are written from now on. */
  public static LuceneIndex open(Path folder, ModelIdentity identity, VectorStorage vectors) {
    return locked(folder, (store, lock) -> open(store, identity, vectors, lock));
  }

  /**
   * Opens a store for reading.
   *
   * @throws UnusableStore if there is none
   */
  public static ReadOnlyStore openReadOnly(Path folder) {
    return new ReadOnlyStore(StoreFolder.forReading(folder));
  }

  /**
   * The name of the model that a store's vectors are of; empty if there is no store yet.
   *
   * @throws UnusableStore if the store is damaged
   */
  public static Optional<String> modelOf(Path folder) {
    return Files.exists(folder.resolve(StoreFolder.CURRENT))
        ? Optional.of(openReadOnly(folder).identity().compatible().model())
        : Optional.empty();
  }

  public static String luceneVersion() {
    return Version.LATEST.toString();
  }

  /**
   * Makes every paper pending for another model. Words and fields stay. Killed at any moment, it
   * leaves the old or the new generation serving.
   *
   * @return how many papers there are to embed
   * @throws UnusableStore if there is no store, another process writes to it, or it is damaged
   */
  public static int reembed(Path folder, ModelIdentity identity) {
    StoreFolder.forReading(folder);
    return locked(
        folder,
        (store, lock) -> {
          int papers = new Generations(store).reembed(identity);
          lock.close();
          return papers;
        });
  }

  private interface Opening<T> {
    T with(StoreFolder folder, StoreLock lock) throws IOException;
  }

  private static <T> T locked(Path path, Opening<T> opening) {
    try {
      StoreFolder folder = StoreFolder.forWriting(path);
      StoreLock lock = StoreLock.acquire(path);
      try {
        return opening.with(folder, lock);
      } catch (IOException | RuntimeException failure) {
        lock.close();
        throw failure;
      }
    } catch (IOException | IllegalArgumentException failure) {
      // Lucene finds some kinds of damage by an illegal argument.
      throw damaged(path, failure);
    }
  }

  private static LuceneIndex open(
      StoreFolder folder, ModelIdentity identity, VectorStorage vectors, StoreLock lock)
      throws IOException {
    Generation generation = new Generations(folder).serving(identity);
    Manifest manifest = Manifest.read(generation.manifest());
    GroupWriter writer = GroupWriter.open(generation.index(), vectors);
    try {
      folder.removeAllBut(generation);
      return new LuceneIndex(new OpenGeneration(generation, manifest, lock), writer);
    } catch (IOException | RuntimeException failure) {
      writer.close();
      throw failure;
    }
  }

  static UnusableStore damaged(Path folder, Exception reason) {
    return new UnusableStore("the store in %s cannot be opened: %s".formatted(folder, reason));
  }
}
