package dev.kindred.footprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the files of a folder take together, in bytes. */
public final class FolderSize {
  private FolderSize() {}

  /** Empty where the folder cannot be read whole, or a file went away meanwhile. */
  public static OptionalLong of(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return OptionalLong.of(
          files.mapToLong(file -> Files.isRegularFile(file) ? file.toFile().length() : 0).sum());
    } catch (UncheckedIOException | IOException changing) {
      // A merge took a file away while the folder was read; the next look will find it whole.
      return OptionalLong.empty();
    }
  }

  /** How much more there is room for on the folder's disk; empty where that is not told. */
  public static OptionalLong freeBeside(Path folder) {
    try {
      return OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
    } catch (IOException unknown) {
      return OptionalLong.empty();
    }
  }
}
