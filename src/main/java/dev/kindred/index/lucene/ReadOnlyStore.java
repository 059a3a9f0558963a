package dev.kindred.index.lucene;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.index.IndexView;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * A store to look into: needs no lock and no right to write, and works beside the process that
 * writes. Thread-safe; holds nothing open.
 */
public final class ReadOnlyStore {
  private final StoreFolder folder;

  ReadOnlyStore(StoreFolder folder) {
    this.folder = folder;
  }

  /**
   * What made the vectors.
   *
   * @throws UnusableStore if the store is damaged
   */
  public ModelIdentity identity() {
    return ofServing(generation -> Manifest.read(generation.manifest()).identity());
  }

  /**
   * Checks that vectors of a model can be compared with this store's.
   *
   * @throws UnusableStore if there are vectors of another model
   */
  public void requireVectorsOf(ModelIdentity model) {
    ModelIdentity.Compatible held = identity().compatible();
    try (IndexView view = view()) {
      if (!held.equals(model.compatible()) && view.counts().embedded() > 0) {
        throw IdentityCheck.refusal(folder.path(), held, model.compatible());
      }
    }
  }

  /** The process that writes to the store now, as "process 17 on host, since 2026-05-01T10:00Z". */
  public Optional<String> writer() {
    try {
      return StoreLock.writer(folder.path());
    } catch (IOException failure) {
      throw LuceneStore.damaged(folder.path(), failure);
    }
  }

  /**
   * The papers as they were at the last commit. The caller closes it.
   *
   * @throws UnusableStore if the store is damaged
   */
  public IndexView view() {
    return ofServing(ReadOnlyStore::view);
  }

  private static IndexView view(Generation generation) throws IOException {
    Manifest manifest = Manifest.read(generation.manifest());
    if (manifest.isOld()) {
      throw new UnusableStore(
          "the store in %s has format %d; kindred serve or kindred import brings it to %d,"
                  .formatted(generation.store(), manifest.format(), Manifest.FORMAT)
              + " and no paper is embedded again");
    }
    Directory directory = FSDirectory.open(generation.index());
    try {
      DirectoryReader reader = DirectoryReader.open(directory);
      PaperAnalyzer analyzer = new PaperAnalyzer();
      SentenceReading sentences =
          SentenceReading.open(generation.sentences(), SentenceIndex.stamp(manifest.identity()));
      return new LuceneView(
          new Snapshot(reader),
          analyzer,
          new GraphBreadth(),
          sentences,
          () -> IOUtils.close(sentences, reader, directory, analyzer));
    } catch (IOException | RuntimeException failure) {
      directory.close();
      throw failure;
    }
  }

  private interface Reading<T> {
    T from(Generation generation) throws IOException;
  }

  /** Tries again when another generation began to serve, and the old one went, meanwhile. */
  private <T> T ofServing(Reading<T> reading) {
    try {
      Optional<Generation> serving = folder.serving();
      while (true) {
        try {
          return reading.from(serving.orElseThrow(this::missing));
        } catch (IOException | UnusableStore failure) {
          Optional<Generation> now = folder.serving();
          if (now.equals(serving)) {
            throw failure;
          }
          serving = now;
        }
      }
    } catch (IOException failure) {
      throw LuceneStore.damaged(folder.path(), failure);
    }
  }

  private UnusableStore missing() {
    return new UnusableStore("there is no store in %s any more".formatted(folder.path()));
  }
}
