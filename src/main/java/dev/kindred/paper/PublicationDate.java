package dev.kindred.paper;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * The day, month or year a paper was published, as precisely as it is known: {@code 2024}, {@code
 * 2024-05} or {@code 2024-05-17}. Covers every day from {@link #first} to {@link #last}.
 */
public record PublicationDate(LocalDate first, LocalDate last) {
  /** What {@link #parse} wants, for messages. */
  public static final String RULE =
      "a date as YYYY, YYYY-MM or YYYY-MM-DD (ISO 8601), with or without a time behind it";

  /** ISO 8601 with four digits of year; what follows the day is checked and dropped. */
  private static final DateTimeFormatter DAY_AND_TIME =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4)
          .appendPattern("-MM-dd'T'")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  public PublicationDate {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(first + " to " + last + " is no period");
    }
  }

  public static PublicationDate of(LocalDate day) {
    return new PublicationDate(day, day);
  }

  public static PublicationDate of(YearMonth month) {
    return new PublicationDate(month.atDay(1), month.atEndOfMonth());
  }

  public static PublicationDate of(Year year) {
    return new PublicationDate(year.atDay(1), year.atDay(year.length()));
  }

  /** The date that a stranger's text stands for, if it is one; a time of day is dropped. */
  public static Optional<PublicationDate> parse(String text) {
    try {
      return switch (text.length()) {
        case 4 -> Optional.of(of(Year.parse(text)));
        case 7 -> Optional.of(of(YearMonth.parse(text)));
        case 10 -> Optional.of(of(LocalDate.parse(text)));
        default -> Optional.of(of(LocalDate.parse(text, DAY_AND_TIME)));
      };
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /** The ISO 8601 form that {@link #parse} reads back. */
  @Override
  public String toString() {
    if (first.equals(last)) {
      return first.toString();
    }
    YearMonth month = YearMonth.from(first);
    return equals(of(month)) ? month.toString() : "%04d".formatted(first.getYear());
  }
}
