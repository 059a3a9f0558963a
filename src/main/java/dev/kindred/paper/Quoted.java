package dev.kindred.paper;

/**
 * A stranger's value inside a message: in quotation marks, on one line, not too long, and without
 * characters that steer a terminal.
 */
public final class Quoted {
  private static final int MAX_CODE_POINTS = 80;

  private Quoted() {}

  public static String of(String value) {
    boolean isLong = value.codePointCount(0, value.length()) > MAX_CODE_POINTS;
    String shown =
        isLong ? value.substring(0, value.offsetByCodePoints(0, MAX_CODE_POINTS)) + "…" : value;
    return '"' + shown.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "�") + '"';
  }
}
