package dev.kindred.embedding.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.onnxruntime.engine.OrtNDArray;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.ModelCard;
import dev.kindred.paper.Rejection.UnusableModel;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Feeds one text's tokens to the graph by name, and pools the states it gives. Stateless. */
final class TokenStatesTranslator implements Translator<Encoding, Embedding> {
  private static final List<String> OUTPUTS = List.of("last_hidden_state", "token_embeddings");
  private static final int RANK = 3;

  private final ModelCard card;
  private final Path dimensionFile;
  private final List<GraphInput> inputs;

  TokenStatesTranslator(ModelCard card, Path dimensionFile, List<GraphInput> inputs) {
    this.card = card;
    this.dimensionFile = dimensionFile;
    this.inputs = List.copyOf(inputs);
  }

  /** One text at a time: with dynamic int8 weights a vector would depend on its batch-mates. */
  @Override
  public @Nullable Batchifier getBatchifier() {
    return null;
  }

  @Override
  public NDList processInput(TranslatorContext context, Encoding tokens) {
    return GraphInput.arrays(inputs, tokens, context.getNDManager());
  }

  @Override
  public Embedding processOutput(TranslatorContext context, NDList outputs) {
    NDArray states = tokenStates(outputs);
    long dimension = states.getShape().get(RANK - 1);
    if (dimension != card.dimension()) {
      throw new UnusableModel(
          "the model %s gives %d values; %s says %d"
              .formatted(card.name(), dimension, dimensionFile, card.dimension()));
    }
    // Copies to the heap; DJL's own accessors copy to direct memory that only the collector frees.
    FloatBuffer values = ((OrtNDArray) states).getTensor().getFloatBuffer();
    float[] rows = new float[values.remaining()];
    values.get(rows);
    return new TokenStates(rows, card.dimension()).pooled(card.pooling());
  }

  private NDArray tokenStates(NDList outputs) {
    for (String name : OUTPUTS) {
      for (NDArray output : outputs) {
        if (name.equals(output.getName()) && isTokenStates(output)) {
          return output;
        }
      }
    }
    return outputs.stream()
        .filter(TokenStatesTranslator::isTokenStates)
        .findFirst()
        .orElseThrow(() -> noTokenStates(outputs));
  }

  private static boolean isTokenStates(NDArray output) {
    return output.getShape().dimension() == RANK && output.getDataType().isFloating();
  }

  private UnusableModel noTokenStates(NDList outputs) {
    List<String> found =
        outputs.stream().map(output -> output.getName() + " " + output.getShape()).toList();
    return new UnusableModel(
        "the model %s gives no states of its tokens (floats of shape text, token, dimension), only"
                .formatted(card.name())
            + " "
            + String.join(", ", found)
            + "; export it with last_hidden_state");
  }
}
