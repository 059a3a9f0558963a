package dev.kindred.http.page;

import dev.kindred.paper.PublicationDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A date as it is read, known to the year, the month or the day: {@code May 17, 2024}. The scripts
 * of the pages write it the same way.
 *
 * @param iso as ISO 8601 writes it; empty where nothing is known
 */
record ReadableDate(String iso, String text) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

  private static final ReadableDate UNKNOWN = new ReadableDate("", "");

  static ReadableDate of(Optional<PublicationDate> date) {
    return date.map(ReadableDate::of).orElse(UNKNOWN);
  }

  private static ReadableDate of(PublicationDate date) {
    String iso = date.toString();
    return new ReadableDate(
        iso,
        switch (iso.length()) {
          case 7 -> MONTH.format(date.first());
          case 10 -> DAY.format(date.first());
          default -> iso;
        });
  }
}
