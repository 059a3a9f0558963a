package dev.kindred.embedding.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import dev.kindred.paper.Rejection.UnusableModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An input of a graph, fed by its name: graphs list theirs in any order. */
enum GraphInput {
  INPUT_IDS("input_ids"),
  ATTENTION_MASK("attention_mask"),
  TOKEN_TYPE_IDS("token_type_ids");

  private final String inputName;

  GraphInput(String inputName) {
    this.inputName = inputName;
  }

  String inputName() {
    return inputName;
  }

  /**
   * The inputs with these names.
   *
   * @throws UnusableModel if one is unknown, or the tokens' ids are not among them
   */
  static List<GraphInput> named(List<String> names, String model) {
    List<GraphInput> inputs = names.stream().map(name -> named(name, model)).toList();
    if (!inputs.contains(INPUT_IDS)) {
      throw new UnusableModel(
          "the model %s has no input %s; its inputs are %s"
              .formatted(model, INPUT_IDS.inputName, String.join(", ", names)));
    }
    return inputs;
  }

  private static GraphInput named(String name, String model) {
    return Arrays.stream(values())
        .filter(input -> input.inputName.equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UnusableModel(
                "the model %s wants an input %s that Kindred does not know; known are %s"
                    .formatted(model, name, known())));
  }

  private static String known() {
    return Arrays.stream(values()).map(GraphInput::inputName).collect(Collectors.joining(", "));
  }

  long[] values(Encoding tokens) {
    return switch (this) {
      case INPUT_IDS -> tokens.getIds();
      case ATTENTION_MASK -> tokens.getAttentionMask();
      case TOKEN_TYPE_IDS -> tokens.getTypeIds();
    };
  }
}
