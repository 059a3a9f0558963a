package dev.kindred.ingest.format;

import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Papers of a table with a header line, one a record. Blank lines and records of empty cells are
 * passed over; a record with more or fewer cells than the header has is unreadable.
 */
final class TableEntries implements EntryReader {
  private final TableRecords records;
  private final char separator;
  private final Columns columns;

  private TableEntries(TableRecords records, char separator, Columns columns) {
    this.records = records;
    this.separator = separator;
    this.columns = columns;
  }

  /**
   * Reads the header.
   *
   * @param told fields by column
   * @throws InvalidRequest if there is no header that can be used; says why
   */
  static EntryReader open(LineSource lines, char separator, Map<String, String> told)
      throws IOException {
    TableRecords records = new TableRecords(lines, separator);
    return switch (nextFilled(records, separator)) {
      case null -> () -> null;
      case Line.Garbled garbled -> throw new InvalidRequest("the header: " + garbled.reason());
      case Line.Clear header ->
          new TableEntries(
              records, separator, new Columns(Cells.of(header.text(), separator), told));
    };
  }

  @Override
  public @Nullable Entry next() throws IOException {
    return switch (nextFilled(records, separator)) {
      case null -> null;
      case Line.Garbled garbled -> garbled.unreadable(garbled.reason());
      case Line.Clear record -> entry(record);
    };
  }

  private Entry entry(Line.Clear record) {
    try {
      List<String> cells = Cells.of(record.text(), separator);
      if (cells.size() != columns.count()) {
        return record.unreadable(
            "this record has %d cells; the header has %d".formatted(cells.size(), columns.count()));
      }
      return new Entry.Read(record.number(), columns.draft(cells).toPaper(), false);
    } catch (InvalidRequest invalid) {
      return record.unreadable(invalid.reason());
    }
  }

  private static @Nullable Line nextFilled(TableRecords records, char separator)
      throws IOException {
    Line next = records.next();
    while (next instanceof Line.Clear && isEmpty(next.text(), separator)) {
      next = records.next();
    }
    return next;
  }

  private static boolean isEmpty(String record, char separator) {
    return record.chars().allMatch(c -> c == separator || Character.isWhitespace(c));
  }
}
