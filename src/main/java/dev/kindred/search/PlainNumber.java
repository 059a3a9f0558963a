package dev.kindred.search;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** A number as JSON writes it, or without the 0 before its point, from a stranger's text. */
public final class PlainNumber {
  private static final Pattern FORM =
      Pattern.compile("-?([0-9]{1,400}(\\.[0-9]{1,400})?|\\.[0-9]{1,400})([eE][+-]?[0-9]{1,9})?");

  private PlainNumber() {}

  /** Empty if it is none, or too large for one. */
  public static OptionalDouble parse(String text) {
    String plain = text.strip();
    if (!FORM.matcher(plain).matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(plain);
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }
}
