package dev.kindred.embedding.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files in a model's folder that are there while it is worked on. Closing removes them; what a
 * process left that was killed, the next one removes.
 */
final class ScratchFiles implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("\\.optimising-(?<process>\\d{1,18})-.*");

  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  private ScratchFiles(Path folder) {
    this.folder = folder;
  }

  static ScratchFiles in(Path folder) throws IOException {
    List<Path> left;
    try (Stream<Path> entries = Files.list(folder)) {
      left = entries.filter(ScratchFiles::isLeft).toList();
    }
    for (Path file : left) {
      Files.deleteIfExists(file);
    }
    return new ScratchFiles(folder);
  }

  private static boolean isLeft(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group("process"))).isEmpty();
  }

  /** One to be written, which others may move away. */
  Path file(String name) {
    Path file = folder.resolve(".optimising-%d-%s".formatted(ProcessHandle.current().pid(), name));
    files.add(file);
    return file;
  }

  @Override
  public void close() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
