package dev.kindred.embedding.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.onnx.InstalledModel.Seals;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Reads a model in the layout that sentence-transformers writes, from its own config files. What
 * would make other vectors than that library makes is refused, never guessed.
 */
final class ExportedModel {
  private static final List<String> KNOWN_MODULES = List.of("Transformer", "Pooling", "Normalize");

  private ExportedModel() {}

  /**
   * With its optimised graph, if it has one.
   *
   * @throws UnusableModel if a file is missing, or asks for what cannot be done
   */
  static InstalledModel read(Path folder) {
    InstalledModel exported = readAsExported(folder);
    return OptimisedGraph.in(folder).map(graph -> graph.instead(exported)).orElse(exported);
  }

  /**
   * With the graph that was exported.
   *
   * @throws UnusableModel if a file is missing, or asks for what cannot be done
   */
  static InstalledModel readAsExported(Path folder) {
    try {
      List<Path> weights = WeightsFile.find(folder);
      Path tokenizer = folder.resolve("tokenizer.json");
      if (!Files.isRegularFile(tokenizer)) {
        throw new UnusableModel("%s is missing".formatted(tokenizer));
      }
      checkModules(folder);
      PoolingConfig pooling = PoolingConfig.read(folder);
      return new InstalledModel(
          card(folder, pooling),
          weights,
          tokenizer,
          pooling.dimensionFile(),
          Seals.NONE,
          Optional.empty());
    } catch (IOException unreadable) {
      throw new UnusableModel("%s cannot be read: %s".formatted(folder, unreadable));
    }
  }

  private static ModelCard card(Path folder, PoolingConfig pooling) throws IOException {
    Prompts prompts = Prompts.read(folder);
    pooling.checkPooled(prompts);
    return new ModelCard(
        folder.getFileName().toString(),
        "a sentence-transformers export",
        ReadmeLicence.read(folder),
        "its own folder",
        pooling.dimension(),
        maxTokens(folder),
        pooling.pooling(),
        prompts.query(),
        prompts.passage(),
        Optional.empty());
  }

  /** Unit length is made here anyway; any other step behind the pooling would be left out. */
  private static void checkModules(Path folder) {
    Optional<JsonFile> modules = JsonFile.readIfThere(folder.resolve("modules.json"));
    if (modules.isEmpty()) {
      return;
    }
    for (JsonNode module : modules.get().json()) {
      String type = module.path("type").asText();
      String shortType = type.substring(type.lastIndexOf('.') + 1);
      if (!KNOWN_MODULES.contains(shortType)) {
        throw new UnusableModel(
            "%s lists a module %s, which is not supported; supported are %s"
                .formatted(modules.get().path(), shortType, String.join(", ", KNOWN_MODULES)));
      }
    }
  }

  /** The length the model was made for, but never more positions than the graph has. */
  private static int maxTokens(Path folder) {
    OptionalInt stated = count(folder, "sentence_bert_config.json", "max_seq_length");
    OptionalInt positions = count(folder, "config.json", "max_position_embeddings");
    OptionalInt tokenizer = count(folder, "tokenizer_config.json", "model_max_length");
    return IntStream.concat(
            positions.stream(), stated.isPresent() ? stated.stream() : tokenizer.stream())
        .min()
        .orElseThrow(() ->
            new UnusableModel(
                ("nothing in %s says how many tokens the model reads: there must be"
                        + " max_seq_length in sentence_bert_config.json, model_max_length in"
                        + " tokenizer_config.json or max_position_embeddings in config.json")
                    .formatted(folder)));
  }

  private static OptionalInt count(Path folder, String file, String field) {
    return JsonFile.readIfThere(folder.resolve(file))
        .flatMap(json -> json.countIfAny(field))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }
}
