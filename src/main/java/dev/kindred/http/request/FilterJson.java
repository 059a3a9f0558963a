package dev.kindred.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.index.Filter;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.Years;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Reads a filter that combines conditions: an object with one field, which is {@code and}, {@code
 * or} (arrays), {@code not} (an object) or a condition. What is wrong is told with its place.
 */
final class FilterJson {
  /** The parameters beside it are one level more. */
  static final int MAX_LEVELS = Filter.MAX_DEPTH - 1;

  private static final Set<String> PERIOD = Set.of("published_from", "published_to");
  private static final Set<String> KNOWN =
      new TreeSet<>(
          Set.of(
              "and",
              "or",
              "not",
              "category",
              "author",
              "published_from",
              "published_to",
              "year",
              "metadata"));

  private FilterJson() {}

  static Filter parse(JsonNode json) {
    return filter(json, "filter", 0);
  }

  private static Filter filter(JsonNode json, String place, int levels) {
    String key = key(json, place);
    String inside = place + "." + key;
    JsonNode value = json.path(key);
    return switch (key) {
      case "and" -> {
        List<Filter> parts = parts(value, inside, levels);
        yield at(place, () -> new Filter.All(parts));
      }
      case "or" -> {
        List<Filter> parts = parts(value, inside, levels);
        yield at(place, () -> new Filter.Any(parts));
      }
      case "not" -> new Filter.Not(filter(value, inside, deeper(inside, levels)));
      case "category" -> at(inside, () -> new Filter.Category(text(value, inside)));
      case "author" -> at(inside, () -> new Filter.AuthorName(text(value, inside)));
      case "year" -> at(inside, () -> year(value, inside).toFilter());
      case "metadata" -> MetadataCondition.parse(value, inside);
      default -> at(place, () -> PeriodCondition.parse(json, place)); // the two that are left
    };
  }

  private static String key(JsonNode json, String place) {
    requireType(json.isObject(), place, json, "an object");
    for (String name : names(json)) {
      if (!KNOWN.contains(name)) {
        throw new InvalidRequest(
            "%s has %s, which is not known; known are %s"
                .formatted(place, Quoted.of(name), String.join(", ", KNOWN)));
      }
    }
    if (json.size() != 1 && !isPeriod(json)) {
      throw new InvalidRequest(
          "%s has %s; an object must have one field (several conditions go into \"and\" or \"or\")"
              .formatted(place, json.isEmpty() ? "no field" : String.join(" and ", names(json))));
    }
    return names(json).getFirst();
  }

  private static boolean isPeriod(JsonNode json) {
    return !json.isEmpty() && PERIOD.containsAll(names(json));
  }

  static List<String> names(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<Filter> parts(JsonNode array, String place, int levels) {
    requireType(array.isArray(), place, array, "an array of conditions");
    if (array.isEmpty()) {
      throw new InvalidRequest(place + " is empty; it needs at least one condition");
    }
    if (array.size() > Filter.MAX_CONDITIONS) {
      throw new InvalidRequest(
          "%s has %d conditions; at most %d are allowed"
              .formatted(place, array.size(), Filter.MAX_CONDITIONS));
    }
    int inner = deeper(place, levels);
    List<Filter> parts = new ArrayList<>();
    for (JsonNode part : array) {
      parts.add(filter(part, "%s[%d]".formatted(place, parts.size()), inner));
    }
    return parts;
  }

  /** Looked at before what is inside, so that no depth of a stranger's overflows the stack. */
  private static int deeper(String place, int levels) {
    if (levels == MAX_LEVELS) {
      throw new InvalidRequest(
          "%s is nested %d levels deep; at most %d are allowed"
              .formatted(place, levels + 1, MAX_LEVELS));
    }
    return levels + 1;
  }

  private static Years year(JsonNode value, String place) {
    requireType(
        value.isIntegralNumber() || value.isTextual(),
        place,
        value,
        "a year as 2024, or two as \"2020-2024\"");
    return Years.parse(value.asText());
  }

  static String text(JsonNode value, String place) {
    requireType(value.isTextual(), place, value, "a string");
    return value.textValue();
  }

  static void requireType(boolean right, String place, JsonNode found, String wanted) {
    if (!right) {
      throw new InvalidRequest(
          "%s holds %s; it must be %s".formatted(place, PaperJson.typeOf(found), wanted));
    }
  }

  /** Says of what a condition refuses where it stands. */
  static Filter at(String place, Supplier<Filter> condition) {
    try {
      return condition.get();
    } catch (InvalidRequest refused) {
      throw new InvalidRequest(placed(place, refused.reason()));
    }
  }

  /** A reason begins with its place, or with the field alone, as a parameter is called. */
  private static String placed(String place, String reason) {
    String field = reason.substring(0, (reason + " ").indexOf(' '));
    if (field.equals(place) || field.startsWith(place + ".")) {
      return reason;
    }
    if (place.endsWith("." + field)) {
      return place + reason.substring(field.length());
    }
    return place + ": " + reason;
  }
}
