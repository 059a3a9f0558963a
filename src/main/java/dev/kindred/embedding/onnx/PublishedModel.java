package dev.kindred.embedding.onnx;

import dev.kindred.embedding.CosineBand;
import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.Pooling;
import dev.kindred.embedding.onnx.InstalledModel.Origin;
import dev.kindred.embedding.onnx.InstalledModel.Seals;
import dev.kindred.paper.Rejection.UnusableModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads a model whose folder has a {@code model.json}: the card of a bundled model. */
final class PublishedModel {
  static final String CARD = "model.json";
  static final String GRAPH = "model.onnx";
  static final String TOKENIZER = "tokenizer.json";

  private PublishedModel() {}

  /**
   * @throws UnusableModel if the card cannot be read, or a file that it names is missing
   */
  static InstalledModel read(Path folder) {
    JsonFile json = JsonFile.read(folder.resolve(CARD));
    ModelCard card = card(folder, json);
    for (String file : List.of(GRAPH, TOKENIZER)) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        throw new UnusableModel(
            "%s is missing; run mvn clean package, which makes it from %s"
                .formatted(folder.resolve(file), card.source()));
      }
    }
    return new InstalledModel(
        card,
        List.of(folder.resolve(GRAPH)),
        folder.resolve(TOKENIZER),
        json.path(),
        new Seals(
            Map.of(
                folder.resolve(GRAPH), seal(json, GRAPH),
                folder.resolve(TOKENIZER), seal(json, TOKENIZER)),
            "delete it and run mvn clean package"),
        json.textIfAny("recipe")
            .map(recipe -> new Origin(recipe, weights(json).sha256(), List.of())));
  }

  /** What the card says of the weights that its graph is rebuilt from. */
  static FileSeal weights(JsonFile json) {
    return FileSeal.read(json.object("weights"));
  }

  static ModelCard card(Path folder, JsonFile json) {
    String name = json.text("name");
    if (!name.equals(folder.getFileName().toString())) {
      throw new UnusableModel(
          "%s states the name %s; it must be the folder's, %s"
              .formatted(json.path(), name, folder.getFileName()));
    }
    return new ModelCard(
        name,
        json.text("description"),
        json.text("licence"),
        json.text("maven"),
        json.count("dimension"),
        json.count("max_tokens"),
        pooling(json),
        json.text("query_prefix"),
        json.text("passage_prefix"),
        json.value("cosines").map(_ -> band(json)));
  }

  private static Pooling pooling(JsonFile json) {
    String pooling = json.text("pooling");
    return switch (pooling) {
      case "cls" -> Pooling.CLS;
      case "mean" -> Pooling.MEAN;
      default ->
          throw new UnusableModel(
              "%s states the pooling %s; it must be cls or mean".formatted(json.path(), pooling));
    };
  }

  private static CosineBand band(JsonFile json) {
    JsonFile cosines = json.object("cosines");
    double noise = cosines.number("noise");
    double match = cosines.number("match");
    int papers = cosines.count("papers");
    if (!CosineBand.isUsable(noise, match, papers)) {
      throw new UnusableModel(
          "%s states noise %s and match %s; they must be cosines, match the greater by %s or more"
              .formatted(json.path(), noise, match, CosineBand.MIN_WIDTH));
    }
    return new CosineBand(noise, match, papers);
  }

  static FileSeal seal(JsonFile json, String file) {
    return FileSeal.read(json.object("files").object(file));
  }
}
