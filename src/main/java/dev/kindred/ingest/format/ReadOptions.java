package dev.kindred.ingest.format;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What the reader of a file is told besides its content.
 *
 * @param format recognised from the content when empty
 * @param columns which column of a table goes to which field ({@code id, title, abstract, authors,
 *     published, categories, url}, or {@code metadata}); other formats take no notice of it
 * @param pageDate the day of a Daily Papers page, which has the year that its dates leave out;
 *     other formats take no notice of it
 */
public record ReadOptions(
    Optional<Format> format, Map<String, String> columns, Optional<LocalDate> pageDate) {

  /** Nothing told: all is recognised from the content. */
  public static final ReadOptions NONE =
      new ReadOptions(Optional.empty(), Map.of(), Optional.empty());

  public ReadOptions {
    columns = Map.copyOf(columns);
  }
}
