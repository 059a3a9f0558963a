package dev.kindred.http;

import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;

/** Numbers like 0.75 in a query string. Whether one is in its range, its user checks. */
final class Share {
  private static final String FORM = "-?[0-9]{1,9}(\\.[0-9]{1,15})?|\\.[0-9]{1,15}";

  private Share() {}

  /**
   * Reads a parameter.
   *
   * @param range for the message when it is no number
   */
  static double of(Parameters parameters, String name, double otherwise, String range) {
    return parameters.one(name).map(given -> parse(name, given, range)).orElse(otherwise);
  }

  private static double parse(String name, String given, String range) {
    if (!given.matches(FORM)) {
      throw new InvalidRequest(
          "%s is %s; it must be a number, %s".formatted(name, Quoted.of(given), range));
    }
    return Double.parseDouble(given);
  }
}
