package dev.kindred.embedding.onnx;

import ai.djl.util.Utils;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder into which DJL unpacks the native library of its tokenizers, once. */
final class UnpackedLibrary {
  private UnpackedLibrary() {}

  /** Where DJL's own settings put it, {@code DJL_CACHE_DIR} among them. */
  static Path folder() {
    return Utils.getEngineCacheDir("tokenizers");
  }

  /**
   * Asked before DJL is, whose complaint names no folder.
   *
   * @throws UnusableModel if nothing is there yet and nothing can be written
   */
  static void requireRoom(Path folder) {
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder) && isEmpty(folder)) {
        throw noRoom(folder);
      }
    } catch (IOException impossible) {
      throw noRoom(folder);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static UnusableModel noRoom(Path folder) {
    return new UnusableModel(
        ("the tokenizers' native library cannot be unpacked into %s; it must be a folder that can"
                + " be written, and DJL_CACHE_DIR may name another to hold it")
            .formatted(folder));
  }
}
