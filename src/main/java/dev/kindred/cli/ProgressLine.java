package dev.kindred.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a phase has come, in one line.
 *
 * @param phase what is being done, as "importing"
 * @param part from 0 to 1; empty if nobody knows how much there is
 * @param count what has been done, as "1,200 papers"
 * @param perSecond of that; 0 while unknown
 * @param left until the phase ends; empty while unknown
 */
record ProgressLine(
    String phase, Optional<Double> part, String count, double perSecond, Optional<Duration> left) {
  private static final int BAR = 24;

  /** With a bar, for a terminal of so many columns. */
  String bar(int columns) {
    StringBuilder line = new StringBuilder("%-10s".formatted(phase));
    part.ifPresent(known -> {
      int full = (int) Math.round(known * BAR);
      line.append('[').append("#".repeat(full)).append("-".repeat(BAR - full)).append("] ");
    });
    line.append(numbers());
    return line.length() < columns ? line.toString() : line.substring(0, columns - 1);
  }

  /** Without one, for a log. */
  String plain() {
    return phase + " " + numbers();
  }

  private String numbers() {
    StringBuilder line = new StringBuilder();
    part.ifPresent(known -> line.append("%3d %%  ".formatted((int) Math.floor(known * 100))));
    line.append(count);
    if (perSecond > 0) {
      line.append(", ").append(rate(perSecond));
    }
    left.ifPresent(known -> line.append(", ").append(clock(known)).append(" left"));
    return line.toString();
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String rate(double perSecond) {
    String format = perSecond < 10 ? "%.1f/s" : "%,.0f/s";
    return String.format(Locale.ROOT, format, perSecond);
  }

  /** As 0:07, 12:30 or 3:04:00. */
  static String clock(Duration time) {
    long hours = time.toHours();
    return hours > 0
        ? "%d:%02d:%02d".formatted(hours, time.toMinutesPart(), time.toSecondsPart())
        : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
