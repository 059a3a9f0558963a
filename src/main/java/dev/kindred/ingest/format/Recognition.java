package dev.kindred.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells a file's format by the first of its text, whatever its name. */
final class Recognition {
  private static final int LINES = 100;
  private static final List<Character> SEPARATORS = List.of('\t', ',', ';');
  private static final Set<String> PAPER_KEYS = Set.of("id", "title", "abstract");

  private Recognition() {}

  /** The format of a text that is not blank, of which this is the head. */
  static Optional<Format> of(String head, ReadOptions options) {
    String text = head.stripLeading();
    if (text.startsWith("[")) {
      return ofJson(text);
    }
    if (text.startsWith("{")) {
      return lines(text)
          .filter(line -> line.startsWith("{"))
          .flatMap(Recognition::json)
          .findFirst();
    }
    return ofTable(text, header -> Columns.isHeader(header, options.columns()))
        .or(() -> ofPage(text))
        .or(() ->
            options.columns().isEmpty()
                ? Optional.empty()
                : ofTable(text, Recognition::isAnyTable));
  }

  /** What separates the cells of a table: of comma and semicolon, what its header has more of. */
  static char separator(String head, ReadOptions options) {
    List<Character> separators = List.of(',', ';');
    String text = head.stripLeading();
    return bestSeparator(text, separators, header -> Columns.isHeader(header, options.columns()))
        .or(() -> bestSeparator(text, separators, Recognition::isAnyTable))
        .orElse(',');
  }

  private static Stream<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(LINES);
  }

  private static Stream<Format> json(String document) {
    return ofJson(document).stream();
  }

  private static Optional<Format> ofJson(String document) {
    Map<String, JsonToken> keys = keys(document);
    Set<String> names = keys.keySet();
    boolean versioned =
        names.contains("versions") && keys.get("categories") == JsonToken.VALUE_STRING;
    if (names.containsAll(Set.of("_id", "text"))) {
      return Optional.of(Format.BEIR);
    }
    boolean submitted =
        names.contains("submitter") && keys.get("authors") == JsonToken.VALUE_STRING;
    if (versioned || submitted || names.contains("authors_parsed")) {
      return Optional.of(Format.ARXIV_SNAPSHOT);
    }
    boolean ours = names.stream().anyMatch(PAPER_KEYS::contains) || isEmptyArray(document);
    return ours ? Optional.of(Format.JSON_LINES) : Optional.empty();
  }

  private static boolean isEmptyArray(String document) {
    return document.substring(1).stripLeading().startsWith("]");
  }

  /** The keys of an object, or of an array's first, as far as it is there and is JSON. */
  private static Map<String, JsonToken> keys(String document) {
    Map<String, JsonToken> keys = new HashMap<>();
    try (JsonParser parser = PaperJson.MAPPER.createParser(document)) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        token = parser.nextToken();
      }
      while (token != null && parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        keys.put(key, parser.nextToken());
        parser.skipChildren();
      }
    } catch (IOException brokenOff) {
      return keys;
    }
    return keys;
  }

  private static Optional<Format> ofTable(String text, Predicate<List<String>> isHeader) {
    return bestSeparator(text, SEPARATORS, isHeader)
        .map(separator -> separator == '\t' ? Format.TSV : Format.CSV);
  }

  /** Enough where columns are mapped, which says that it is a table. */
  private static boolean isAnyTable(List<String> header) {
    return header.size() > 1;
  }

  private static Optional<Character> bestSeparator(
      String text, List<Character> separators, Predicate<List<String>> isHeader) {
    String header = text.lines().findFirst().orElse("");
    return separators.stream()
        .filter(separator -> isHeader.test(cells(header, separator)))
        .max(Comparator.comparingInt(separator -> cells(header, separator).size()));
  }

  private static List<String> cells(String header, char separator) {
    try {
      return Cells.of(header, separator);
    } catch (InvalidRequest noHeader) {
      return List.of();
    }
  }

  private static Optional<Format> ofPage(String text) {
    boolean named = lines(text).anyMatch(PageHeader::isTelling);
    boolean dotted =
        lines(text).anyMatch(line -> line.equals("·"))
            && lines(text).anyMatch(line -> ShownDate.parse(line).isPresent());
    return named || dotted ? Optional.of(Format.DAILY_PAPERS) : Optional.empty();
  }
}
