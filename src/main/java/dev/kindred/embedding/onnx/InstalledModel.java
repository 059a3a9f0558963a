package dev.kindred.embedding.onnx;

import dev.kindred.embedding.ModelCard;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model in its folder: what is known of it and where its files are.
 *
 * @param weights the graph, and behind it the files with its data if it keeps them apart
 * @param dimensionFile the file that states the card's dimension
 * @param seals what the files must be, for those whose card states it
 * @param origin what the graph was rebuilt from; empty if it is as published
 */
record InstalledModel(
    ModelCard card,
    List<Path> weights,
    Path tokenizer,
    Path dimensionFile,
    Map<Path, FileSeal> seals,
    Optional<Origin> origin) {
  InstalledModel {
    weights = List.copyOf(weights);
    seals = Map.copyOf(seals);
  }

  /**
   * What a rebuilt graph was made from.
   *
   * @param recipe name and version of what was done
   * @param weightsSha256 of the weights as published
   * @param files those weights, if they are still there; they must still be the same
   */
  record Origin(String recipe, String weightsSha256, List<Path> files) {
    Origin {
      files = List.copyOf(files);
    }

    private void check() throws IOException {
      if (!files.isEmpty() && !Sha256.of(files).equals(weightsSha256)) {
        throw new UnusableModel(
            "%s has changed since the graph was rebuilt from it; run kindred models optimise again"
                .formatted(files.getFirst()));
      }
    }
  }

  /** What the weights as published, the graph and the tokenizer hold: the SHA-256 of each. */
  record Content(String weights, String graph, String tokenizer) {}

  Path graph() {
    return weights.getFirst();
  }

  /** The same model with another graph, of which nothing is known. */
  InstalledModel withGraph(Path graph) {
    return new InstalledModel(
        card, List.of(graph), tokenizer, dimensionFile, Map.of(), Optional.empty());
  }

  /**
   * Reads all files.
   *
   * @throws UnusableModel if one is not what the card says
   */
  Content content() {
    try {
      String graph = sum(weights);
      if (origin.isPresent()) {
        origin.get().check();
      }
      return new Content(
          origin.map(Origin::weightsSha256).orElse(graph), graph, sum(List.of(tokenizer)));
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
