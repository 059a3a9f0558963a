package dev.kindred.http.answer;

/**
 * Numbers as answers have them: as many digits as tell something. Rounding keeps the order of
 * numbers, so that scores never rise where they did not.
 */
final class Rounded {
  private Rounded() {}

  /** For what orders: hits that differ shall be seen to differ. */
  static double score(double score) {
    return Math.round(score * 1e6) / 1e6;
  }

  static double shown(double number) {
    return Math.round(number * 1e4) / 1e4;
  }
}
