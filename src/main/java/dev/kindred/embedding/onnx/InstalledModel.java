package dev.kindred.embedding.onnx;

import dev.kindred.embedding.ModelCard;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A model in its folder: what is known of it and where its files are.
 *
 * @param weights the graph, and behind it the files with its data if it keeps them apart
 * @param dimensionFile the file that states the card's dimension
 * @param seals what the files must be, for those whose card states it
 */
record InstalledModel(
    ModelCard card,
    List<Path> weights,
    Path tokenizer,
    Path dimensionFile,
    Map<Path, FileSeal> seals) {
  InstalledModel {
    weights = List.copyOf(weights);
    seals = Map.copyOf(seals);
  }

  /** What the weights and the tokenizer hold: the SHA-256 of each. */
  record Content(String weights, String tokenizer) {}

  Path graph() {
    return weights.getFirst();
  }

  /**
   * Reads all files.
   *
   * @throws UnusableModel if one is not what the card says
   */
  Content content() {
    try {
      return new Content(sum(weights), sum(List.of(tokenizer)));
    } catch (IOException unreadable) {
      throw new UnusableModel("%s cannot be read: %s".formatted(graph(), unreadable));
    }
  }

  /** Reads the files that are sealed, so that damage shows; the others are not read. */
  void checkSeals() {
    if (!seals.isEmpty()) {
      content();
    }
  }

  /** The size of all its files. */
  long bytes() {
    try {
      long bytes = Files.size(tokenizer);
      for (Path file : weights) {
        bytes += Files.size(file);
      }
      return bytes;
    } catch (IOException unreadable) {
      throw new UnusableModel("%s cannot be read: %s".formatted(graph(), unreadable));
    }
  }

  private String sum(List<Path> files) throws IOException {
    FileSeal seal = seals.get(files.getFirst());
    if (seal == null) {
      return Sha256.of(files);
    }
    seal.checkSize(files.getFirst());
    String sum = Sha256.of(files);
    seal.checkSum(files.getFirst(), sum);
    return sum;
  }
}
