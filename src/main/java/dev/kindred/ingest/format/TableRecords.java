package dev.kindred.ingest.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The records of a table: a line each, or several where a quoted cell has line breaks. A record
 * whose quotation marks do not match up loses its first line only; the next line is tried as a
 * record again, so that one stray mark does not swallow what follows.
 */
final class TableRecords implements LineSource {
  private final LineSource lines;
  private final char separator;
  private final Deque<Line> pushedBack = new ArrayDeque<>();

  TableRecords(LineSource lines, char separator) {
    this.lines = lines;
    this.separator = separator;
  }

  @Override
  public @Nullable Line next() throws IOException {
    Line first = nextLine();
    if (first == null) {
      return null;
    }
    QuoteScan quotes = new QuoteScan(separator);
    quotes.line(first.text());
    List<Line> record = new ArrayList<>(List.of(first));
    long chars = first.text().length();
    while (quotes.isOpen() && chars <= MAX_BYTES) {
      Line more = nextLine();
      if (more == null) {
        break;
      }
      record.add(more);
      chars += more.text().length();
      quotes.line(more.text());
    }
    return quotes.isOpen() || quotes.isBroken() ? firstAlone(record, quotes) : joined(record);
  }

  private @Nullable Line nextLine() throws IOException {
    Line again = pushedBack.poll();
    return again == null ? lines.next() : again;
  }

  private Line firstAlone(List<Line> record, QuoteScan quotes) {
    for (int i = record.size() - 1; i > 0; i--) {
      pushedBack.push(record.get(i));
    }
    Line first = record.getFirst();
    if (first instanceof Line.Clear && separator == '\t') {
      return first; // most tools that write TSV do not quote, so a mark may be only a mark
    }
    return switch (first) {
      case Line.Garbled garbled -> garbled;
      case Line.Clear(long number, String text) ->
          new Line.Garbled(
              number,
              text,
              quotes.isOpen()
                  ? "a quotation mark that opens here is never closed"
                  : "text follows the quotation mark that closes a cell;"
                      + " a mark inside a quoted cell must be doubled");
    };
  }

  private static Line joined(List<Line> record) {
    String text = record.stream().map(Line::text).collect(Collectors.joining("\n"));
    long number = record.getFirst().number();
    return record.stream()
        .filter(Line.Garbled.class::isInstance)
        .map(Line.Garbled.class::cast)
        .findFirst()
        .<Line>map(garbled -> new Line.Garbled(number, text, garbled.reason()))
        .orElseGet(() -> new Line.Clear(number, text));
  }
}
