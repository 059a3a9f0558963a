package dev.kindred.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The paired randomisation test (Fisher 1935; Smucker, Allan and Carterette 2007): were two rankers
 * equally good, each query's difference could as well have the other sign. Two-sided.
 */
final class SignFlips {
  static final int SAMPLES = 10_000;

  /** With so few differences all ways to flip them are fewer than the samples. */
  private static final int COUNTED_OUT = 13;

  /** Sums that differ by rounding only are equal. */
  private static final double ROUNDING = 1e-9;

  private SignFlips() {}

  /**
   * How often chance alone gives a mean difference at least as far from 0: exact where all flips
   * can be counted out, else from seeded samples, the observed one counted among them.
   */
  static double p(double[] differences, long seed) {
    double[] moving = Arrays.stream(differences).filter(difference -> difference != 0).toArray();
    double observed = Math.abs(Arrays.stream(moving).sum()) - ROUNDING;
    return moving.length <= COUNTED_OUT ? exact(moving, observed) : sampled(moving, observed, seed);
  }

  private static double exact(double[] differences, double observed) {
    int ways = 1 << differences.length;
    int far = 0;
    for (int signs = 0; signs < ways; signs++) {
      if (Math.abs(flipped(differences, signs)) >= observed) {
        far++;
      }
    }
    return (double) far / ways;
  }

  private static double flipped(double[] differences, int signs) {
    double sum = 0;
    for (int i = 0; i < differences.length; i++) {
      sum += (signs >> i & 1) == 0 ? differences[i] : -differences[i];
    }
    return sum;
  }

  private static double sampled(double[] differences, double observed, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int far = 1;
    for (int i = 0; i < SAMPLES; i++) {
      double sum = 0;
      for (double difference : differences) {
        sum += random.nextBoolean() ? difference : -difference;
      }
      if (Math.abs(sum) >= observed) {
        far++;
      }
    }
    return (double) far / (SAMPLES + 1);
  }
}
