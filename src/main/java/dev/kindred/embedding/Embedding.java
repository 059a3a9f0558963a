package dev.kindred.embedding;

import java.util.Arrays;

/**
 * A vector of unit length, so that the cosine of two embeddings is their dot product. Immutable;
 * compares by value, bit for bit.
 */
public final class Embedding {
  private static final double UNIT_TOLERANCE = 1e-3;

  private final float[] values;

  private Embedding(float[] values) {
    this.values = values;
  }

  /**
   * Takes a vector that is of unit length already, as one read back from a store.
   *
   * @throws IllegalArgumentException if its length differs from 1 by more than 0.001
   */
  public static Embedding ofUnit(float[] values) {
    double length = length(values);
    if (!(Math.abs(length - 1) <= UNIT_TOLERANCE)) {
      throw new IllegalArgumentException("length is " + length + ", not 1");
    }
    return new Embedding(values.clone());
  }

  /**
   * Scales a vector to unit length.
   *
   * @throws IllegalArgumentException if it is zero or not finite, so that it points nowhere
   */
  public static Embedding normalised(float[] values) {
    double length = length(values);
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new IllegalArgumentException("a vector of length " + length + " has no direction");
    }
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (values[i] / length);
    }
    return new Embedding(unit);
  }

  private static double length(float[] values) {
    return Math.sqrt(dot(values, values));
  }

  /** Four sums that do not wait for each other. */
  private static double dot(float[] one, float[] other) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i + 3 < one.length; i += 4) {
      first += (double) one[i] * other[i];
      second += (double) one[i + 1] * other[i + 1];
      third += (double) one[i + 2] * other[i + 2];
      fourth += (double) one[i + 3] * other[i + 3];
    }
    for (; i < one.length; i++) {
      first += (double) one[i] * other[i];
    }
    return first + second + third + fourth;
  }

  public int dimension() {
    return values.length;
  }

  /** The cosine between this and another embedding of the same dimension, -1 to 1 exactly. */
  public double cosine(Embedding other) {
    return Math.clamp(dot(values, other.values), -1, 1); // the lengths are 1 but for rounding
  }

  /** A copy of the values. */
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Embedding[%d: %.4f, …]".formatted(values.length, values[0]);
  }
}
