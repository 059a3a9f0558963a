package dev.kindred.embedding.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The licence that a model's {@code README.md} states in its front matter. */
final class ReadmeLicence {
  private static final String FENCE = "---";
  private static final String KEY = "license:";

  private ReadmeLicence() {}

  /** As it is written there, or "unknown". */
  static String read(Path model) throws IOException {
    Path readme = model.resolve("README.md");
    return Files.isRegularFile(readme) ? read(Files.readAllLines(readme)) : "unknown";
  }

  private static String read(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
      return "unknown";
    }
    return lines.stream()
        .skip(1)
        .takeWhile(line -> !line.strip().equals(FENCE))
        .filter(line -> line.startsWith(KEY))
        .map(line -> line.substring(KEY.length()).strip())
        .filter(licence -> !licence.isEmpty())
        .findFirst()
        .orElse("unknown");
  }
}
