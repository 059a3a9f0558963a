package dev.kindred.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.PaperDraft;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a stranger's JSON object. */
final class JsonFields {
  private final JsonNode json;

  /**
   * The fields of an object.
   *
   * @param what what it stands for, for the message
   * @throws InvalidRequest if it is no object
   */
  JsonFields(String what, JsonNode json) {
    if (!json.isObject()) {
      throw new InvalidRequest("%s must be a JSON object, not %s".formatted(what, shown(json)));
    }
    this.json = json;
  }

  /**
   * A text field, null when it is missing or null.
   *
   * @throws InvalidRequest if it is no string
   */
  @Nullable String text(String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new InvalidRequest("%s holds %s; it must be a string".formatted(field, shown(value)));
    }
    return value.textValue();
  }

  JsonNode get(String field) {
    return json.path(field);
  }

  /**
   * Puts every field that is not null and not among these into the draft's metadata.
   *
   * @throws InvalidRequest if one is nested too deeply
   */
  void othersInto(PaperDraft draft, Set<String> known) {
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (!known.contains(field.getKey()) && !field.getValue().isNull()) {
        PaperJson.metadata(field.getKey(), field.getValue(), draft);
      }
    }
  }

  private static String shown(JsonNode value) {
    return value.isValueNode()
        ? Quoted.of(value.asText())
        : "an " + value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
