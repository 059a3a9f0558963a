package dev.kindred.embedding.onnx.graph;

import java.util.List;

/**
 * Moves outliers from a layer's input into its weights: the input is divided by these factors and
 * the weights' rows multiplied. The input is quantised with one scale and would lose its small
 * channels to its great ones; the weights have a scale each. Xiao et al., SmoothQuant, 2023,
 * equation 4.
 */
final class Smoothing {
  /** How much of the difficulty the weights take; chosen by measurement. */
  private static final double MIGRATION = .7;

  private static final float SMALLEST = 1e-4f;

  private Smoothing() {}

  /**
   * The factors, with a geometric mean of one.
   *
   * @param inputs the greatest magnitude of each channel that was seen
   * @param weights all that this input goes into
   */
  static Channels factors(Channels inputs, List<Matrix> weights) {
    Channels rows = Channels.all(inputs.size(), SMALLEST);
    for (Matrix weight : weights) {
      rows = rows.max(weight.rowMagnitudes());
    }
    double[] logarithms = new double[inputs.size()];
    double sum = 0;
    for (int i = 0; i < logarithms.length; i++) {
      // StrictMath: the same bits on every machine.
      logarithms[i] =
          MIGRATION * StrictMath.log(Math.max(inputs.get(i), SMALLEST))
              - (1 - MIGRATION) * StrictMath.log(rows.get(i));
      sum += logarithms[i];
    }
    float[] factors = new float[logarithms.length];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) StrictMath.exp(logarithms[i] - sum / logarithms.length);
    }
    return new Channels(factors);
  }
}
