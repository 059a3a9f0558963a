package dev.kindred.index.lucene;

import dev.kindred.embedding.ModelIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The generation that is being written to: its manifest, and the lock on the store. */
final class OpenGeneration implements AutoCloseable {
  private final Generation generation;
  private final StoreLock lock;
  private Manifest manifest;

  OpenGeneration(Generation generation, Manifest manifest, StoreLock lock) {
    this.generation = generation;
    this.manifest = manifest;
    this.lock = lock;
  }

  synchronized ModelIdentity identity() {
    return manifest.identity();
  }

  Path sentences() {
    return generation.sentences();
  }

  Path map() {
    return generation.map();
  }

  synchronized void accept(ModelIdentity.Recorded recorded) {
    if (!recorded.equals(manifest.identity().recorded())) {
      ModelIdentity accepted = new ModelIdentity(manifest.identity().compatible(), recorded);
      Manifest changed = manifest.with(accepted);
      try {
        changed.write(generation.manifest());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      manifest = changed;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
