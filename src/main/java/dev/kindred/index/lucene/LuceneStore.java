package dev.kindred.index.lucene;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.index.Counts;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the folder that holds a collection: {@code current} names the generation that serves, each
 * generation is a folder with a manifest and a Lucene index, {@code lock} belongs to the one
 * process that writes.
 */
public final class LuceneStore {
  /**
   * Up to so many embedded papers a search without a filter looks at each, and goes by no graph.
   */
  public static final int SCANNED_AT_MOST = VectorReading.SCANNED_AT_MOST;

  private static final Logger log = LoggerFactory.getLogger(LuceneStore.class);
  private static final int FIRST = 1;

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
   * caller has to check and {@link LuceneIndex#accept}.
   *
   * @throws UnusableStore if another process writes to it, it is damaged, or its vectors are of
   *     another model
   */
  public static LuceneIndex open(Path folder, ModelIdentity identity) {
    return locked(folder, (store, lock) -> open(store, identity, lock));
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
          Generation made = renew(store, store.serving().orElseThrow(), identity);
          int papers = counts(made).papers();
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

  private static LuceneIndex open(StoreFolder folder, ModelIdentity identity, StoreLock lock)
      throws IOException {
    Optional<Generation> found = folder.serving();
    Generation generation =
        found.isPresent() ? fitting(folder, found.get(), identity) : create(folder, identity);
    Manifest manifest = Manifest.read(generation.manifest());
    GroupWriter writer = GroupWriter.open(generation.index());
    try {
      folder.removeAllBut(generation);
      return new LuceneIndex(new OpenGeneration(generation, manifest, lock), writer);
    } catch (IOException | RuntimeException failure) {
      writer.close();
      throw failure;
    }
  }

  private static Generation create(StoreFolder folder, ModelIdentity identity) throws IOException {
    folder.removeUnserved();
    Generation first = new Generation(folder.path(), FIRST);
    Reembedding.empty(first, identity);
    folder.serve(first);
    log.info("Made a new store in {}.", folder.path());
    return first;
  }

  /** The generation, or another in its place, that vectors of this model may be added to. */
  private static Generation fitting(StoreFolder folder, Generation found, ModelIdentity identity)
      throws IOException {
    Manifest manifest = Manifest.read(found.manifest());
    var held = manifest.identity().compatible();
    boolean embedded = counts(found).embedded() > 0;
    if (held.equals(identity.compatible())) {
      return found;
    }
    if (embedded) {
      throw IdentityCheck.refusal(folder.path(), held, identity.compatible());
    }
    if (held.dimension() != identity.compatible().dimension()) {
      // Lucene keeps a field's dimension even when all its vectors are gone.
      return renew(folder, found, identity);
    }
    new Manifest(manifest.created(), identity).write(found.manifest());
    return found;
  }

  private static Generation renew(StoreFolder folder, Generation old, ModelIdentity identity)
      throws IOException {
    Manifest.read(old.manifest());
    folder.removeAllBut(old);
    Generation made = old.next();
    Reembedding.copy(old, made, identity);
    folder.serve(made);
    folder.removeAllBut(made);
    return made;
  }

  private static Counts counts(Generation generation) throws IOException {
    try (Directory directory = FSDirectory.open(generation.index());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return new Snapshot(reader).counts();
    }
  }

  static UnusableStore damaged(Path folder, Exception reason) {
    return new UnusableStore("the store in %s cannot be opened: %s".formatted(folder, reason));
  }
}
