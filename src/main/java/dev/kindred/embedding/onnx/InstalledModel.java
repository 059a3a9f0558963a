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
 * @param seals what files must be, where that is known
 * @param origin what the graph was rebuilt from; empty if it is as published
 */
record InstalledModel(
    ModelCard card,
    List<Path> weights,
    Path tokenizer,
    Path dimensionFile,
    Seals seals,
    Optional<Origin> origin) {
  InstalledModel {
    weights = List.copyOf(weights);
  }

  /**
   * What files must be.
   *
   * @param remedy what mends one that is otherwise
   */
  record Seals(Map<Path, FileSeal> files, String remedy) {
    static final Seals NONE = new Seals(Map.of(), "");

    Seals {
      files = Map.copyOf(files);
    }
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
        card, List.of(graph), tokenizer, dimensionFile, Seals.NONE, Optional.empty());
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
      throw unreadable(unreadable);
    }
  }

  /**
   * Reads the files of which it is known what they must be, also the weights that the graph was
   * rebuilt from, so that damage shows; the others are not read.
   *
   * @throws UnusableModel if one is otherwise
   */
  void checkSeals() {
    try {
      for (Path file : seals.files().keySet()) {
        sum(List.of(file));
      }
      if (origin.isPresent()) {
        origin.get().check();
      }
    } catch (IOException unreadable) {
      throw unreadable(unreadable);
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
      throw unreadable(unreadable);
    }
  }

  private UnusableModel unreadable(IOException reason) {
    return new UnusableModel("%s cannot be read: %s".formatted(graph(), reason));
  }

  private String sum(List<Path> files) throws IOException {
    FileSeal seal = seals.files().get(files.getFirst());
    if (seal == null) {
      return Sha256.of(files);
    }
    seal.checkSize(files.getFirst(), seals.remedy());
    String sum = Sha256.of(files);
    seal.checkSum(files.getFirst(), sum, seals.remedy());
    return sum;
  }
}
