package dev.kindred.cli;

/** How many of a thing there are, in words that agree. */
final class Quantity {
  private Quantity() {}

  /** As "1 paper", "1,204 papers". */
  static String of(long number, String one) {
    return of(number, one, one + "s");
  }

  static String of(long number, String one, String many) {
    return ProgressLine.number(number) + " " + (number == 1 ? one : many);
  }
}
