package dev.kindred.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.index.Filter;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.PlainNumber;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The condition on a metadata field: a value, or a range of numbers as {@code from}, {@code to}.
 */
final class MetadataCondition {
  private MetadataCondition() {}

  static Filter parse(JsonNode json, String place) {
    FilterJson.requireType(json.isObject(), place, json, "an object with the name of a field");
    if (json.size() != 1) {
      throw new InvalidRequest(
          "%s has %d fields; it must have one (several conditions go into \"and\" or \"or\")"
              .formatted(place, json.size()));
    }
    String name = FilterJson.names(json).getFirst();
    JsonNode value = json.path(name);
    String inside = place + "." + (name.matches("\\w{1,80}") ? name : Quoted.of(name));
    if (value.isObject()) {
      return FilterJson.at(inside, () -> range(name, value, inside));
    }
    FilterJson.requireType(
        value.isValueNode() && !value.isNull(),
        inside,
        value,
        "a string, a number, true, false, or an object with from and to");
    return FilterJson.at(inside, () -> new Filter.Metadata(name, value.asText()));
  }

  private static Filter range(String name, JsonNode ends, String place) {
    if (ends.isEmpty() || !List.of("from", "to").containsAll(FilterJson.names(ends))) {
      throw new InvalidRequest(
          "%s has %s; a range must have from, to, or both, and nothing else"
              .formatted(
                  place,
                  ends.isEmpty()
                      ? "no field"
                      : Quoted.of(String.join(", ", FilterJson.names(ends)))));
    }
    return new Filter.MetadataRange(name, end(ends, "from", place), end(ends, "to", place));
  }

  private static OptionalDouble end(JsonNode ends, String name, String place) {
    if (!ends.has(name)) {
      return OptionalDouble.empty();
    }
    String inside = place + "." + name;
    JsonNode value = ends.path(name);
    FilterJson.requireType(value.isNumber(), inside, value, "a number");
    OptionalDouble number = PlainNumber.parse(value.asText());
    if (number.isEmpty()) {
      throw new InvalidRequest(
          "%s is %s; that is too large or too long".formatted(inside, value.asText()));
    }
    return number;
  }
}
