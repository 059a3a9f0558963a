package dev.kindred.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.PlainNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, by name, from its query string or from a JSON object; both follow the
 * same rules. A name that is not known, a single value given twice, and an empty value are refused.
 */
public final class Parameters {
  private static final int LONG_NAME = 80;

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Map<String, JsonNode> structures = new LinkedHashMap<>();

  private Parameters() {}

  /** Of a query string as it stands in the address, still encoded. */
  public static Parameters ofQuery(@Nullable String query, KnownParameters known) {
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
  public static Parameters ofJson(JsonNode body, KnownParameters known) {
    if (!body.isObject()) {
      throw new InvalidRequest("the body must be a JSON object, not " + PaperJson.typeOf(body));
    }
    Parameters parameters = new Parameters();
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      ParameterKind kind = known.kindOf(field.getKey());
      if (!field.getValue().isNull()) {
        parameters.add(field.getKey(), field.getValue(), kind);
      }
    }
    return parameters;
  }

  private void add(String name, JsonNode value, ParameterKind kind) {
    if (kind.isStructure()) {
      kind.requireType(name, value);
      structures.put(name, value);
    } else {
      kind.texts(shown(name), value).forEach(text -> add(name, text, kind));
    }
  }

  private void add(String name, String value, ParameterKind kind) {
    if (kind.isStructure()) {
      throw new InvalidRequest("%s is JSON; send it in the body of a POST".formatted(name));
    }
    if (value.isBlank()) {
      throw new InvalidRequest(
          "%s is empty; give it a value or leave it out".formatted(shown(name)));
    }
    List<String> all = values.computeIfAbsent(name, _ -> new ArrayList<>());
    all.add(value);
    if (!kind.isList() && all.size() > 1) {
      throw new InvalidRequest(
          "%s is given more than once (%s, %s); it can have one value only"
              .formatted(shown(name), Quoted.of(all.getFirst()), Quoted.of(value)));
    }
  }

  private static String shown(String name) {
    return name.length() > LONG_NAME ? Quoted.of(name) : name;
  }

  public Optional<String> one(String name) {
    return all(name).stream().findFirst();
  }

  public List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  /** An object or an array, if it is given. */
  Optional<JsonNode> structure(String name) {
    return Optional.ofNullable(structures.get(name));
  }

  /** All that are given. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>(values.keySet());
    names.addAll(structures.keySet());
    return names;
  }

  /** The values of all names of a family, by what stands behind its dot. */
  Map<String, List<String>> family(String beginning) {
    Map<String, List<String>> family = new LinkedHashMap<>();
    values.forEach((name, texts) -> {
      if (name.startsWith(beginning)) {
        family.put(name.substring(beginning.length()), List.copyOf(texts));
      }
    });
    return family;
  }

  /**
   * A whole number.
   *
   * @param range for the message when it is none; whoever uses the number checks it
   */
  public int wholeNumber(String name, int otherwise, String range) {
    Optional<String> given = one(name);
    if (given.isPresent() && !given.get().matches("-?[0-9]{1,9}")) {
      throw wrong(name, given.get(), "a whole number, " + range);
    }
    return given.map(Integer::parseInt).orElse(otherwise);
  }

  /**
   * A number.
   *
   * @param rule for the message when it is none; whoever uses the number checks its range
   */
  public OptionalDouble number(String name, String rule) {
    Optional<String> given = one(name);
    OptionalDouble number = given.map(PlainNumber::parse).orElse(OptionalDouble.empty());
    if (given.isPresent() && number.isEmpty()) {
      throw wrong(name, given.get(), rule);
    }
    return number;
  }

  boolean truth(String name) {
    return this.<Boolean>choice(name, Map.of("true", true, "false", false), "true or false")
        .orElse(false);
  }

  /** What a word stands for. */
  <T> Optional<T> choice(String name, Map<String, T> words, String rule) {
    Function<String, T> meaning =
        text -> Optional.ofNullable(words.get(text)).orElseThrow(() -> wrong(name, text, rule));
    return one(name).map(meaning);
  }

  private static InvalidRequest wrong(String name, String given, String rule) {
    return new InvalidRequest(
        "%s is %s; it must be %s".formatted(shown(name), Quoted.of(given), rule));
  }
}
