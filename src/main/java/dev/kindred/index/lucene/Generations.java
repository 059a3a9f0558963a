package dev.kindred.index.lucene;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.index.Counts;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which generation of a store serves, and how the next takes its place: killed at any moment, a
 * change leaves the old or the new one serving. Needs the store's lock.
 */
record Generations(StoreFolder folder) {
  private static final Logger log = LoggerFactory.getLogger(Generations.class);
  private static final int FIRST = 1;

  /**
   * A generation in the present format that vectors of a model may be added to; made if there is
   * none.
   *
   * @throws UnusableStore if the store is damaged, or has vectors of another model
   */
  Generation serving(ModelIdentity identity) throws IOException {
    Optional<Generation> found = folder.serving();
    return found.isEmpty() ? create(identity) : upgraded(fitting(found.get(), identity));
  }

  /** Makes all papers pending for a model; returns how many there are. */
  int reembed(ModelIdentity identity) throws IOException {
    Generation old = folder.serving().orElseThrow();
    Manifest.read(old.manifest());
    return counts(renewed(old, identity)).papers();
  }

  private Generation create(ModelIdentity identity) throws IOException {
    folder.removeUnserved();
    Generation first = new Generation(folder.path(), FIRST);
    Rewriting.empty(first, identity);
    folder.serve(first);
    log.info("Made a new store in {}.", folder.path());
    return first;
  }

  /** The generation, or another in its place, that vectors of this model may be added to. */
  private Generation fitting(Generation found, ModelIdentity identity) throws IOException {
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
      return renewed(found, identity);
    }
    manifest.with(identity).write(found.manifest());
    return found;
  }

  private Generation renewed(Generation old, ModelIdentity identity) throws IOException {
    return replaced(old, made -> Rewriting.reembed(old, made, identity));
  }

  /** The generation, or its papers in the present format, with their vectors. */
  private Generation upgraded(Generation found) throws IOException {
    Manifest manifest = Manifest.read(found.manifest());
    if (!manifest.isOld()) {
      return found;
    }
    log.info(
        "The store in {} has format {}. All its papers are rewritten to format {}, which needs as"
            + " much room again until it is done; none is embedded again.",
        folder.path(),
        manifest.format(),
        Manifest.FORMAT);
    return replaced(found, made -> Rewriting.upgrade(found, made, manifest.identity()));
  }

  private interface Making {
    void make(Generation next) throws IOException;
  }

  private Generation replaced(Generation old, Making making) throws IOException {
    folder.removeAllBut(old);
    Generation made = old.next();
    try {
      making.make(made);
    } catch (IOException | RuntimeException failure) {
      removeUnfinished(old, failure);
      throw failure;
    }
    folder.serve(made);
    folder.removeAllBut(made);
    return made;
  }

  /** Perhaps it was for want of room, which half a generation must not keep. */
  private void removeUnfinished(Generation old, Exception failure) {
    try {
      folder.removeAllBut(old);
    } catch (IOException again) {
      failure.addSuppressed(again);
    }
  }

  private static Counts counts(Generation generation) throws IOException {
    try (Directory directory = FSDirectory.open(generation.index());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return new Snapshot(reader).counts();
    }
  }
}
