package dev.kindred.ingest.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as a Daily Papers page shows it, with the number of comments that may stand behind it:
 * {@code Jun 23}, {@code Sep 4, 2024 1}.
 *
 * @param text the date alone, as shown
 * @param year empty where the page leaves it out, since it is the page's own
 */
record ShownDate(String text, int month, int day, OptionalInt year, OptionalInt comments) {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final Pattern SHOWN =
      Pattern.compile(
          "((%s) (\\d{1,2})(?:, (\\d{4}))?)(?:\\s+(\\d{1,9}))?"
              .formatted(String.join("|", MONTHS)));

  static Optional<ShownDate> parse(String line) {
    Matcher shown = SHOWN.matcher(line);
    if (!shown.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ShownDate(
            shown.group(1),
            MONTHS.indexOf(shown.group(2)) + 1,
            Integer.parseInt(shown.group(3)),
            number(shown.group(4)),
            number(shown.group(5))));
  }

  /** The day it means on a page of this year; empty if there is no such day. */
  Optional<LocalDate> in(int pageYear) {
    try {
      return Optional.of(LocalDate.of(year.orElse(pageYear), month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** The day it means where the page's year is unknown. */
  Optional<LocalDate> alone() {
    return year.isPresent() ? in(year.getAsInt()) : Optional.empty();
  }

  /**
   * The year of a page that shows these dates, as far as they tell: the first one behind every year
   * shown, since only the page's own is left out, in which every date without a year exists. Empty
   * if no year is shown. A date that no year has (Feb 30) has no say.
   */
  static OptionalInt pageYear(List<ShownDate> dates) {
    OptionalInt latest = dates.stream().flatMapToInt(date -> date.year().stream()).max();
    boolean leap =
        dates.stream().anyMatch(date -> date.year.isEmpty() && date.month == 2 && date.day == 29);
    if (latest.isEmpty()) {
      return latest;
    }
    int year = latest.getAsInt() + 1;
    while (leap && !Year.isLeap(year)) {
      year++;
    }
    return OptionalInt.of(year);
  }

  private static OptionalInt number(@Nullable String digits) {
    return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }
}
