package dev.kindred.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;

/** Figures as they are told: four digits are more than any of them holds. */
final class Rounded {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private Rounded() {}

  static double of(double figure) {
    return Double.isFinite(figure)
        ? new BigDecimal(figure).round(FOUR_DIGITS).doubleValue()
        : figure;
  }
}
