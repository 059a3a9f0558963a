package dev.kindred.ingest.format;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Options of a reader that is told one thing more. */
final class Told {
  private Told() {}

  static ReadOptions format(Format format) {
    return format(ReadOptions.NONE, format);
  }

  static ReadOptions format(ReadOptions options, Format format) {
    return new ReadOptions(Optional.of(format), options.columns(), options.pageDate());
  }

  static ReadOptions columns(Map<String, String> columns) {
    return columns(ReadOptions.NONE, columns);
  }

  static ReadOptions columns(ReadOptions options, Map<String, String> columns) {
    return new ReadOptions(options.format(), columns, options.pageDate());
  }

  static ReadOptions pageDate(LocalDate day) {
    return new ReadOptions(Optional.empty(), Map.of(), Optional.of(day));
  }
}
