package dev.kindred.embedding.onnx;

import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.Pooling;
import java.util.Arrays;

/** A model's state of each token of one text, none of them padding. */
final class TokenStates {
  private final float[] values;
  private final int tokens;
  private final int dimension;

  /** Takes rows of {@code dimension} values, token by token. */
  TokenStates(float[] values, int dimension) {
    this.values = values;
    this.dimension = dimension;
    this.tokens = values.length / dimension;
  }

  /**
   * @throws IllegalArgumentException if the states are not finite or cancel out
   */
  Embedding pooled(Pooling pooling) {
    return Embedding.normalised(
        switch (pooling) {
          case CLS -> first();
          case MEAN -> mean();
        });
  }

  private float[] first() {
    return Arrays.copyOf(values, dimension);
  }

  private float[] mean() {
    double[] sums = new double[dimension];
    for (int i = 0; i < values.length; i++) {
      sums[i % dimension] += values[i];
    }
    float[] mean = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      mean[i] = (float) (sums[i] / tokens);
    }
    return mean;
  }
}
