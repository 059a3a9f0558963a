package dev.kindred.ingest.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.List;

/** Cuts the records of a table into cells. */
final class Cells {
  private Cells() {}

  /**
   * The cells of one record, stripped of blanks at their ends.
   *
   * @throws InvalidRequest if it cannot be cut
   */
  static List<String> of(String record, char separator) {
    if (separator == '\t' && !isWellQuoted(record)) {
      return stripped(List.of(record.split("\t", -1)));
    }
    try {
      return stripped(
          CsvReader.builder()
              .fieldSeparator(separator)
              .skipEmptyLines(false)
              .ofSingleCsvRecord(record)
              .getFields());
    } catch (CsvParseException malformed) {
      throw new InvalidRequest(String.valueOf(malformed.getMessage()));
    }
  }

  private static boolean isWellQuoted(String record) {
    QuoteScan quotes = new QuoteScan('\t');
    quotes.line(record);
    return !quotes.isOpen() && !quotes.isBroken();
  }

  private static List<String> stripped(List<String> cells) {
    return cells.stream().map(String::strip).toList();
  }
}
