package dev.kindred.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import java.util.ArrayList;
import java.util.List;

/** What a parameter can hold. A query string has texts only; in JSON each kind has its types. */
public enum ParameterKind {
  TEXT("a string"),
  WHOLE_NUMBER("a whole number"),
  NUMBER("a number"),
  NUMBER_OR_WORD("a number or a string"),
  SHARE("a number from 0 to 1"),
  TRUTH("true or false"),
  /** May be given more than once. */
  TEXTS("a string or an array of strings"),
  /** May be given more than once. */
  VALUES("a string, a number, true or false, or an array of these"),
  /** Does not fit into a query string. */
  OBJECT("an object"),
  /** Does not fit into a query string. */
  EXAMPLES("an array of papers and texts, as {\"id\": …} or {\"text\": …}"),
  /** Does not fit into a query string. */
  IDS("an array of ids");

  private final String wanted;

  ParameterKind(String wanted) {
    this.wanted = wanted;
  }

  boolean isList() {
    return this == TEXTS || this == VALUES;
  }

  /** Whether it is read as the JSON that it is, not as texts. */
  boolean isStructure() {
    return this == OBJECT || this == EXAMPLES || this == IDS;
  }

  private boolean has(JsonNode value) {
    return switch (this) {
      case TEXT, TEXTS -> value.isTextual();
      case WHOLE_NUMBER -> value.isIntegralNumber();
      case NUMBER, SHARE -> value.isNumber();
      case NUMBER_OR_WORD -> value.isNumber() || value.isTextual();
      case TRUTH -> value.isBoolean();
      case VALUES -> value.isTextual() || value.isNumber() || value.isBoolean();
      case OBJECT -> value.isObject();
      case EXAMPLES, IDS -> value.isArray();
    };
  }

  /**
   * The texts that a query string would have instead.
   *
   * @throws InvalidRequest if the value is of another type
   */
  public List<String> texts(String name, JsonNode value) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : isList() && value.isArray() ? value : List.of(value)) {
      requireType(name, element);
      texts.add(element.asText());
    }
    return texts;
  }

  void requireType(String name, JsonNode value) {
    if (!has(value)) {
      throw new InvalidRequest(
          "%s holds %s; it must be %s".formatted(name, PaperJson.typeOf(value), wanted));
    }
  }
}
