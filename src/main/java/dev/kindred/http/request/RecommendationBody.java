package dev.kindred.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.recommendation.Example;
import dev.kindred.search.recommendation.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What {@code POST /v1/recommendations} asks for: examples, how to go by them, which papers may
 * come, and which page. Or another page of a list, by its cursor.
 */
public final class RecommendationBody {
  private static final KnownParameters KNOWN =
      WishParameters.KNOWN
          .and(ParameterKind.EXAMPLES, "positive", "negative")
          .and(ParameterKind.IDS, "positivePaperIds", "negativePaperIds", "exclude");

  private final Parameters parameters;

  private RecommendationBody(Parameters parameters) {
    this.parameters = parameters;
  }

  /**
   * Reads a body.
   *
   * @throws InvalidRequest naming the first thing that is wrong
   */
  public static SearchRequest parse(JsonNode json) {
    RecommendationBody body = new RecommendationBody(Parameters.ofJson(json, KNOWN));
    return WishParameters.request(body.parameters, body::examples);
  }

  private Examples examples() {
    return new Examples(
        examples("positive", "positivePaperIds"),
        examples("negative", "negativePaperIds"),
        Set.copyOf(ids("exclude")));
  }

  private List<Example> examples(String field, String alias) {
    List<Example> examples = new ArrayList<>();
    List<JsonNode> elements = elements(field);
    for (int i = 0; i < elements.size(); i++) {
      examples.add(example("%s[%d]".formatted(field, i), elements.get(i)));
    }
    ids(alias).forEach(id -> examples.add(new Example.OfPaper(id)));
    return examples;
  }

  private static Example example(String place, JsonNode json) {
    if (!json.isObject() || json.size() != 1 || !(json.has("id") || json.has("text"))) {
      throw new InvalidRequest(
          "%s is %s; it must be {\"id\": …} or {\"text\": …}".formatted(place, shown(json)));
    }
    return json.has("id")
        ? new Example.OfPaper(id(place + ".id", json.get("id")))
        : new Example.OfText(text(place + ".text", json.get("text")));
  }

  private static String shown(JsonNode json) {
    return json.isObject() ? Quoted.of(json.toString()) : PaperJson.typeOf(json);
  }

  private List<PaperId> ids(String field) {
    List<JsonNode> elements = elements(field);
    List<PaperId> ids = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      ids.add(id("%s[%d]".formatted(field, i), elements.get(i)));
    }
    return ids;
  }

  private List<JsonNode> elements(String field) {
    return parameters.structure(field).map(array -> array.valueStream().toList()).orElse(List.of());
  }

  private static PaperId id(String place, JsonNode json) {
    return GivenId.parse(place, text(place, json));
  }

  private static String text(String place, JsonNode json) {
    ParameterKind.TEXT.requireType(place, json);
    return json.textValue();
  }
}
