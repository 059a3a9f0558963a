package dev.kindred.embedding.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.embedding.Pooling;
import dev.kindred.paper.Rejection.UnusableModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code 1_Pooling/config.json} of a sentence-transformers export. */
record PoolingConfig(
    Path file, Pooling pooling, int dimension, Path dimensionFile, boolean includesPrompt) {
  private static final String DIMENSION = "word_embedding_dimension";
  private static final String PREFIX = "pooling_mode_";

  /**
   * @throws UnusableModel if the file is missing, or pools in a way that is not known
   */
  static PoolingConfig read(Path model) {
    JsonFile json = JsonFile.read(model.resolve("1_Pooling").resolve("config.json"));
    Pooling pooling = pooling(json);
    boolean isStated = json.countIfAny(DIMENSION).isPresent();
    JsonFile stating = isStated ? json : JsonFile.read(model.resolve("config.json"));
    return new PoolingConfig(
        json.path(),
        pooling,
        stating.count(isStated ? DIMENSION : "hidden_size"),
        stating.path(),
        json.value("include_prompt").map(JsonNode::asBoolean).orElse(true));
  }

  private static Pooling pooling(JsonFile json) {
    List<String> modes =
        json.json().properties().stream()
            .filter(field -> field.getKey().startsWith(PREFIX) && field.getValue().asBoolean())
            .map(Map.Entry::getKey)
            .toList();
    return switch (modes) {
      case List<String> only when only.equals(List.of(PREFIX + "cls_token")) -> Pooling.CLS;
      case List<String> only when only.equals(List.of(PREFIX + "mean_tokens")) -> Pooling.MEAN;
      default ->
          throw new UnusableModel(
              "%s asks for the pooling %s; it must be %scls_token or %smean_tokens alone"
                  .formatted(
                      json.path(),
                      modes.isEmpty() ? "none" : String.join(" and ", modes),
                      PREFIX,
                      PREFIX));
    };
  }

  /** Refuses a mean that leaves out the prompt's tokens: here the mean is over all. */
  void checkPooled(Prompts prompts) {
    if (pooling == Pooling.MEAN && !includesPrompt && !prompts.isEmpty()) {
      throw new UnusableModel(
          "%s leaves the prompt out of the mean (include_prompt is false), which is not supported"
              .formatted(file));
    }
  }
}
