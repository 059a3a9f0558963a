package dev.kindred.search;

import dev.kindred.index.Filter;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.time.Year;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A year, or some years in a row, as an address or a command line spells them. */
public record Years(Year first, Year last) {
  private static final Pattern FORM = Pattern.compile("([0-9]{4})(?:-([0-9]{4}))?");

  public Years {
    if (first.isAfter(last)) {
      throw new InvalidRequest(
          "year is %04d-%04d; the first must not be after the last"
              .formatted(first.getValue(), last.getValue()));
    }
  }

  /** Reads {@code 2024} or {@code 2020-2024}. */
  public static Years parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new InvalidRequest(
          "year is %s; it must be a year as 2024, or two as 2020-2024".formatted(Quoted.of(text)));
    }
    Year first = Year.parse(form.group(1));
    return new Years(first, form.group(2) == null ? first : Year.parse(form.group(2)));
  }

  /** Papers whose date overlaps them. */
  public Filter toFilter() {
    return new Filter.Published(
        Optional.of(first.atDay(1)), Optional.of(last.atDay(last.length())));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return first.equals(last)
        ? "%04d".formatted(first.getValue())
        : "%04d-%04d".formatted(first.getValue(), last.getValue());
  }
}
