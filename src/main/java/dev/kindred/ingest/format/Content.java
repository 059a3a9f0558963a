package dev.kindred.ingest.format;

import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.paper.json.PaperJson.UnknownFields;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Finds the reader for a file that is not packed. */
final class Content {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int UTF_8_MARK_BYTES = 3;

  private Content() {}

  /**
   * The entries of a text file; none if it is blank.
   *
   * @throws InvalidRequest if its format is neither told nor recognised, or cannot be read
   */
  static OpenEntries open(PeekedStream file, String name, ReadOptions options) throws IOException {
    String head = head(file, name);
    if (head.isBlank() && file.isWhole()) {
      return new OpenEntries(() -> null, file);
    }
    Format format =
        options
            .format()
            .or(() -> Recognition.of(head, options))
            .orElseThrow(() ->
                new InvalidRequest(
                    ("%s is in none of the known formats; --format may say which: %s; for a table"
                            + " with other headings use --map COLUMN=FIELD")
                        .formatted(name, Format.NAMES)));
    try {
      return new OpenEntries(reader(format, file, head, options), file);
    } catch (InvalidRequest refused) {
      throw new InvalidRequest(name + ": " + refused.reason());
    }
  }

  /** The head as text, the stream being set behind a byte order mark. */
  private static String head(PeekedStream file, String name) throws IOException {
    byte[] bytes = file.head();
    if (bytes.length > 1 && isUtf16(bytes[0], bytes[1])) {
      throw new InvalidRequest(name + " is UTF-16 text; it must be UTF-8");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.startsWith(BYTE_ORDER_MARK)) {
      return text;
    }
    file.skipNBytes(UTF_8_MARK_BYTES);
    return text.substring(1);
  }

  private static boolean isUtf16(byte first, byte second) {
    return (first == (byte) 0xFF && second == (byte) 0xFE)
        || (first == (byte) 0xFE && second == (byte) 0xFF);
  }

  private static EntryReader reader(
      Format format, InputStream file, String head, ReadOptions options) throws IOException {
    return switch (format) {
      case DAILY_PAPERS -> PageEntries.open(new Lines(file), options.pageDate());
      case JSON_LINES ->
          json(file, head, json -> PaperJson.draft(json, UnknownFields.INTO_METADATA));
      case ARXIV_SNAPSHOT -> json(file, head, new ArxivSnapshot());
      case BEIR -> json(file, head, new BeirCorpus());
      case CSV ->
          TableEntries.open(
              new Lines(file), Recognition.separator(head, options), options.columns());
      case TSV -> TableEntries.open(new Lines(file), '\t', options.columns());
    };
  }

  private static EntryReader json(InputStream file, String head, JsonForm form) {
    boolean isArray = head.stripLeading().startsWith("[");
    return new JsonEntries(isArray ? new JsonArrayElements(file) : new Lines(file), form);
  }
}
