package dev.kindred.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.SearchQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** BEIR's queries: a JSON object a line with {@code _id} and {@code text}; the rest is not used. */
final class QueriesFile {
  private QueriesFile() {}

  /**
   * The texts by their ids, in the order of the file.
   *
   * @throws InvalidRequest naming the file and the first line that is no query or repeats an id
   */
  static Map<String, String> read(Path file) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (NumberedLine line : NumberedLine.read(file)) {
      try {
        JsonNode json = PaperJson.parse(line.text());
        String id = id(json);
        if (texts.put(id, text(json)) != null) {
          throw new InvalidRequest("_id is %s, as on a line before".formatted(Quoted.of(id)));
        }
      } catch (InvalidRequest bad) {
        throw line.refusal(bad.reason());
      }
    }
    return texts;
  }

  /** As in a corpus, a number is taken, too. */
  private static String id(JsonNode json) {
    if (!json.isObject()) {
      throw new InvalidRequest("a query must be a JSON object, not " + PaperJson.typeOf(json));
    }
    JsonNode id = json.path("_id");
    boolean isName = id.isTextual() || id.isIntegralNumber();
    if (!isName || id.asText().isBlank()) {
      throw new InvalidRequest(
          "_id is %s; it must be a string that is not empty".formatted(PaperJson.typeOf(id)));
    }
    return id.asText().strip();
  }

  private static String text(JsonNode json) {
    JsonNode text = json.path("text");
    if (!text.isTextual() || text.textValue().isBlank()) {
      throw new InvalidRequest(
          "text is %s; it must be a string that is not empty".formatted(PaperJson.typeOf(text)));
    }
    int chars = text.textValue().length();
    if (chars > SearchQuery.MAX_CHARS) {
      throw new InvalidRequest(
          "text has %d characters; at most %d are allowed".formatted(chars, SearchQuery.MAX_CHARS));
    }
    return text.textValue();
  }
}
