package dev.kindred.cli;

import java.util.regex.Pattern;

/**
 * What can be shown where.
 *
 * @param isOut whether standard output is a terminal
 * @param isErr whether standard error is one
 * @param hasColour whether colours are wanted on a terminal
 * @param columns how wide lines may be
 */
public record Terminal(boolean isOut, boolean isErr, boolean hasColour, int columns) {
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
  private static final Pattern FORMATS = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]");
  private static final int MIN_COLUMNS = 40;
  private static final int MAX_COLUMNS = 120;

  /** Neither stream is a terminal. */
  public static final Terminal NONE = new Terminal(false, false, false, 80);

  public Terminal {
    columns = Math.clamp(columns, MIN_COLUMNS, MAX_COLUMNS);
  }

  /**
   * A stranger's text on one line, without what steers a terminal: control characters, and format
   * characters (such as those that turn the direction of writing) except the two joiners, which
   * some scripts need.
   */
  static String printable(String text) {
    String line = BREAKS.matcher(text).replaceAll(" ");
    return FORMATS.matcher(line).replaceAll("").strip();
  }

  String bold(String text) {
    return styled(text, "1");
  }

  String faint(String text) {
    return styled(text, "2");
  }

  private String styled(String text, String style) {
    return isOut && hasColour ? "\033[" + style + "m" + text + "\033[0m" : text;
  }
}
