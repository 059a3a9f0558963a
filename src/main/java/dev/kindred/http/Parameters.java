package dev.kindred.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.KnownParameters.Kind;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, by name, from its query string or from a JSON object; both follow the
 * same rules. A name that is not known, a single value given twice, and an empty value are refused.
 */
final class Parameters {
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private Parameters() {}

  /** Of a query string as it stands in the address, still encoded. */
  static Parameters ofQuery(@Nullable String query, KnownParameters known) {
    Parameters parameters = new Parameters();
    if (query == null) {
      return parameters;
    }
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = FormText.decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : FormText.decode(pair.substring(equals + 1));
        parameters.add(name, value, known.kindOf(name));
      }
    }
    return parameters;
  }

  /** Of a JSON object; a field that is null counts as not given. */
  static Parameters ofJson(JsonNode body, KnownParameters known) {
    if (!body.isObject()) {
      throw new InvalidRequest("the body must be a JSON object, not " + PaperJson.typeOf(body));
    }
    Parameters parameters = new Parameters();
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      Kind kind = known.kindOf(name);
      if (value.isNull()) {
        continue;
      }
      switch (kind) {
        case TEXT -> parameters.add(name, text(name, value, "a string"), kind);
        case WHOLE_NUMBER -> parameters.add(name, wholeNumber(name, value), kind);
        case LIST -> {
          for (JsonNode element : value.isArray() ? value : List.of(value)) {
            parameters.add(name, text(name, element, "a string or an array of strings"), kind);
          }
        }
      }
    }
    return parameters;
  }

  private static String text(String name, JsonNode value, String wanted) {
    requireType(name, value, value.isTextual(), wanted);
    return value.textValue();
  }

  private static String wholeNumber(String name, JsonNode value) {
    requireType(name, value, value.isIntegralNumber(), "a whole number");
    return value.asText();
  }

  private static void requireType(String name, JsonNode value, boolean right, String wanted) {
    if (!right) {
      throw new InvalidRequest(
          "%s holds %s; it must be %s".formatted(name, PaperJson.typeOf(value), wanted));
    }
  }

  private void add(String name, String value, Kind kind) {
    if (value.isBlank()) {
      throw new InvalidRequest("%s is empty; give it a value or leave it out".formatted(name));
    }
    List<String> all = values.computeIfAbsent(name, _ -> new ArrayList<>());
    all.add(value);
    if (kind != Kind.LIST && all.size() > 1) {
      throw new InvalidRequest(
          "%s is given more than once (%s, %s); it can have one value only"
              .formatted(name, Quoted.of(all.getFirst()), Quoted.of(value)));
    }
  }

  Optional<String> one(String name) {
    return all(name).stream().findFirst();
  }

  List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  /**
   * A whole number.
   *
   * @param range for the message when it is none; whoever uses the number checks it
   */
  int wholeNumber(String name, int otherwise, String range) {
    Optional<String> given = one(name);
    if (given.isEmpty()) {
      return otherwise;
    }
    if (!given.get().matches("-?[0-9]{1,9}")) {
      throw new InvalidRequest(
          "%s is %s; it must be a whole number, %s".formatted(name, Quoted.of(given.get()), range));
    }
    return Integer.parseInt(given.get());
  }
}
