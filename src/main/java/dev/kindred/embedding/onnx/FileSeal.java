package dev.kindred.embedding.onnx;

import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a file must be, as a model's card states it. */
record FileSeal(long bytes, String sha256) {

  /** What a file is. */
  static FileSeal of(Path file) throws IOException {
    return new FileSeal(Files.size(file), Sha256.of(List.of(file)));
  }

  /** What a JSON object states under {@code bytes} and {@code sha256}. */
  static FileSeal read(JsonFile json) {
    return new FileSeal(json.count("bytes"), json.text("sha256"));
  }

  /**
   * Refuses a file of another size, before anybody reads all of it.
   *
   * @param remedy what mends it, as "delete it"
   * @throws UnusableModel naming the file, what was expected and what was found
   */
  void checkSize(Path file, String remedy) throws IOException {
    long found = Files.size(file);
    if (found != bytes) {
      throw new UnusableModel(
          "%s is damaged: it has %d bytes and must have %d; %s"
              .formatted(file, found, bytes, remedy));
    }
  }

  /**
   * Refuses a file of other content.
   *
   * @param remedy what mends it, as "delete it"
   * @throws UnusableModel naming the file, what was expected and what was found
   */
  void checkSum(Path file, String found, String remedy) {
    if (!found.equals(sha256)) {
      throw new UnusableModel(
          "%s is damaged: its SHA-256 is %s and must be %s; %s"
              .formatted(file, found, sha256, remedy));
    }
  }
}
