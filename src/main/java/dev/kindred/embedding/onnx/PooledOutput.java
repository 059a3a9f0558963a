package dev.kindred.embedding.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.ModelCard;
import dev.kindred.paper.Rejection.UnusableModel;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the states of one text's tokens among a graph's outputs, and pools them. Stateless. */
final class PooledOutput implements GraphSession.Reading<Embedding> {
  private static final List<String> OUTPUTS = List.of("last_hidden_state", "token_embeddings");
  private static final int RANK = 3;

  private final ModelCard card;
  private final Path dimensionFile;

  PooledOutput(ModelCard card, Path dimensionFile) {
    this.card = card;
    this.dimensionFile = dimensionFile;
  }

  /**
   * @throws UnusableModel if there are none, or of another dimension than the card says
   * @throws IllegalArgumentException if the states are not finite or cancel out
   */
  @Override
  public Embedding of(OrtSession.Result outputs) throws OrtException {
    OnnxTensor states = tokenStates(outputs);
    long dimension = states.getInfo().getShape()[RANK - 1];
    if (dimension != card.dimension()) {
      throw new UnusableModel(
          "the model %s gives %d values; %s says %d"
              .formatted(card.name(), dimension, dimensionFile, card.dimension()));
    }
    FloatBuffer values = states.getFloatBuffer();
    float[] rows = new float[values.remaining()];
    values.get(rows);
    return new TokenStates(rows, card.dimension()).pooled(card.pooling());
  }

  private OnnxTensor tokenStates(OrtSession.Result outputs) {
    for (String name : OUTPUTS) {
      Optional<OnnxTensor> named = outputs.get(name).flatMap(PooledOutput::tokenStates);
      if (named.isPresent()) {
        return named.get();
      }
    }
    for (Map.Entry<String, OnnxValue> output : outputs) {
      Optional<OnnxTensor> states = tokenStates(output.getValue());
      if (states.isPresent()) {
        return states.get();
      }
    }
    throw noTokenStates(outputs);
  }

  private static Optional<OnnxTensor> tokenStates(OnnxValue output) {
    return output instanceof OnnxTensor tensor
            && tensor.getInfo().getShape().length == RANK
            && isFloating(tensor.getInfo())
        ? Optional.of(tensor)
        : Optional.empty();
  }

  private static boolean isFloating(TensorInfo info) {
    return switch (info.type) {
      case FLOAT, FLOAT16, BFLOAT16 -> true;
      default -> false;
    };
  }

  private UnusableModel noTokenStates(OrtSession.Result outputs) {
    List<String> found = new ArrayList<>();
    outputs.forEach(output -> found.add(output.getKey() + " " + shape(output.getValue())));
    return new UnusableModel(
        "the model %s gives no states of its tokens (floats of shape text, token, dimension), only"
                .formatted(card.name())
            + " "
            + String.join(", ", found)
            + "; export it with last_hidden_state");
  }

  private static String shape(OnnxValue output) {
    if (!(output instanceof OnnxTensor tensor)) {
      return output.getType().toString();
    }
    List<String> sizes = new ArrayList<>();
    for (long size : tensor.getInfo().getShape()) {
      sizes.add(Long.toString(size));
    }
    return "(" + String.join(", ", sizes) + ")";
  }
}
