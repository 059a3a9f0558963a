package dev.kindred.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Where a mean lies with a confidence of 95 %. */
public record Interval(double from, double to) {
  static final int RESAMPLES = 10_000;

  private static final int TAIL = RESAMPLES / 40; // 2.5 % at each end

  /**
   * By the percentile bootstrap (Efron and Tibshirani 1993, chapter 13), over queries.
   *
   * @param values at least one
   * @param seed the same gives the same interval
   */
  static Interval ofMean(double[] values, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int drawn = 0; drawn < values.length; drawn++) {
        sum += values[random.nextInt(values.length)];
      }
      means[i] = sum / values.length;
    }
    Arrays.sort(means);
    return new Interval(means[TAIL], means[RESAMPLES - 1 - TAIL]);
  }
}
