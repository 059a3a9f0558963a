package dev.kindred.search.recommendation;

import java.util.Arrays;

/**
 * One bit for each value of a vector: whether it is above the mean of the list (Charikar,
 * "Similarity Estimation Techniques from Rounding Algorithms", 2002). Two vectors at an angle of a,
 * seen from the mean, differ in about a/π of the bits. Half a million pairs are compared in some
 * milliseconds.
 */
final class Sketches {
  /**
   * Unrelated papers differ in half of the bits, give or take .026 (of 384), near-duplicates in a
   * quarter.
   */
  private static final double DIFFERENT_AT_MOST = .38;

  /**
   * No subject makes papers so alike (squared cosine to the mean): where more than half are, the
   * mean is theirs, and on which side of it their values lie is chance.
   */
  private static final double VERSIONS = .9;

  private final long[][] bits;
  private final int limit;

  private Sketches(long[][] bits, int limit) {
    this.bits = bits;
    this.limit = limit;
  }

  /**
   * Of vectors of one dimension and of unit length; an empty one stands for none and is near to
   * nothing.
   */
  static Sketches of(float[][] vectors) {
    double[] mean = mean(vectors);
    long[][] bits = new long[vectors.length][];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = sketch(vectors[i], mean);
    }
    boolean tell = medianInCommon(vectors, mean) <= VERSIONS;
    return new Sketches(bits, tell ? (int) (DIFFERENT_AT_MOST * mean.length) : mean.length);
  }

  private static double[] mean(float[][] vectors) {
    int dimension = Arrays.stream(vectors).mapToInt(vector -> vector.length).max().orElse(0);
    double[] mean = new double[dimension];
    long count = Arrays.stream(vectors).filter(vector -> vector.length > 0).count();
    for (float[] vector : vectors) {
      for (int i = 0; i < vector.length; i++) {
        mean[i] += vector[i] / (double) count;
      }
    }
    return mean;
  }

  /** The squared cosine to the mean. */
  private static double medianInCommon(float[][] vectors, double[] mean) {
    double length = Arrays.stream(mean).map(value -> value * value).sum();
    double[] squares =
        Arrays.stream(vectors)
            .filter(vector -> vector.length > 0)
            .mapToDouble(vector -> Math.pow(product(vector, mean), 2) / length)
            .sorted()
            .toArray();
    return squares.length == 0 ? 0 : squares[squares.length / 2];
  }

  private static double product(float[] vector, double[] mean) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += vector[i] * mean[i];
    }
    return sum;
  }

  private static long[] sketch(float[] vector, double[] mean) {
    long[] bits = new long[(vector.length + Long.SIZE - 1) / Long.SIZE];
    for (int i = 0; i < vector.length; i++) {
      if (vector[i] > mean[i]) {
        bits[i / Long.SIZE] |= 1L << i;
      }
    }
    return bits;
  }

  /** False for nearly all pairs that are not near, and for nearly none that is. */
  boolean mayBeNear(int one, int other) {
    long[] a = bits[one];
    long[] b = bits[other];
    int different = a.length == 0 || b.length == 0 ? Integer.MAX_VALUE : 0;
    for (int i = 0; i < a.length && different <= limit; i++) {
      different += Long.bitCount(a[i] ^ b[i]);
    }
    return different <= limit;
  }
}
