package dev.kindred.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.ListCursor;
import dev.kindred.search.RecommendationQuery;
import dev.kindred.search.Showing;
import dev.kindred.search.recommendation.Diversity;
import dev.kindred.search.recommendation.Example;
import dev.kindred.search.recommendation.Examples;
import dev.kindred.search.recommendation.Recommender.Wish;
import dev.kindred.search.recommendation.Strategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code POST /v1/recommendations} asks for: examples, how to go by them, which papers may
 * come, and which page. Or another page of a list, by its cursor.
 */
final class RecommendationBody {
  private static final Set<String> WITH_CURSOR = Set.of("cursor", "limit", "offset");
  private static final List<String> OWN =
      List.of(
          "positive",
          "negative",
          "positivePaperIds",
          "negativePaperIds",
          "exclude",
          "strategy",
          "diversity",
          "cursor");

  /** Those that searches have, too. */
  private static final KnownParameters SHARED =
      FilterParameters.KNOWN.and(ShowingParameters.PAGE).and(ParameterKind.OBJECT, "filter");

  /** All of them, to tell what is known; what the own ones hold is read here. */
  private static final KnownParameters KNOWN =
      SHARED.and(ParameterKind.OBJECT, OWN.toArray(String[]::new));

  private final ObjectNode body;
  private final Parameters shared;

  private RecommendationBody(ObjectNode body) {
    this.body = body;
    this.shared = Parameters.ofJson(sharedFields(body), SHARED);
  }

  private static ObjectNode sharedFields(ObjectNode body) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields.setAll(body);
    return fields.remove(OWN);
  }

  /**
   * Reads a body.
   *
   * @throws InvalidRequest naming the first thing that is wrong
   */
  static SearchRequest parse(JsonNode json) {
    if (!(json instanceof ObjectNode body)) {
      throw new InvalidRequest("the body must be a JSON object, not " + PaperJson.typeOf(json));
    }
    body.fieldNames().forEachRemaining(KNOWN::kindOf);
    return new RecommendationBody(body).request();
  }

  private SearchRequest request() {
    Showing showing = Showing.of(ShowingParameters.page(shared));
    Optional<String> cursor = text("cursor");
    if (cursor.isPresent()) {
      ShowingParameters.requireAlone(given(), WITH_CURSOR);
      return new SearchRequest.Continue(ListCursor.parse(cursor.get()), showing);
    }
    Examples examples =
        new Examples(
            examples("positive", "positivePaperIds"),
            examples("negative", "negativePaperIds"),
            known());
    Wish wish = new Wish(examples, strategy(), FilterParameters.filter(shared), diversity());
    return new SearchRequest.Make(new RecommendationQuery(wish), showing);
  }

  private Set<String> given() {
    return body.properties().stream()
        .filter(field -> !field.getValue().isNull())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private List<Example> examples(String field, String alias) {
    List<Example> examples = new ArrayList<>();
    List<JsonNode> elements = array(field, "papers and texts, as {\"id\": …} or {\"text\": …}");
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

  private Set<PaperId> known() {
    return new HashSet<>(ids("exclude"));
  }

  private List<PaperId> ids(String field) {
    List<JsonNode> elements = array(field, "ids");
    List<PaperId> ids = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      ids.add(id("%s[%d]".formatted(field, i), elements.get(i)));
    }
    return ids;
  }

  private List<JsonNode> array(String field, String of) {
    JsonNode json = body.path(field);
    if (json.isMissingNode() || json.isNull()) {
      return List.of();
    }
    if (!json.isArray()) {
      throw new InvalidRequest(
          "%s holds %s; it must be an array of %s".formatted(field, PaperJson.typeOf(json), of));
    }
    return json.valueStream().toList();
  }

  private static PaperId id(String place, JsonNode json) {
    String text = text(place, json);
    return PaperId.parse(text)
        .orElseThrow(() ->
            new InvalidRequest(
                "%s is %s; it must be %s".formatted(place, Quoted.of(text), PaperId.RULE)));
  }

  private static String text(String place, JsonNode json) {
    if (!json.isTextual()) {
      throw new InvalidRequest(
          "%s holds %s; it must be a string".formatted(place, PaperJson.typeOf(json)));
    }
    return json.textValue();
  }

  private Optional<String> text(String field) {
    JsonNode json = body.path(field);
    return json.isMissingNode() || json.isNull()
        ? Optional.empty()
        : Optional.of(text(field, json));
  }

  private Strategy strategy() {
    return text("strategy").map(RecommendationBody::strategy).orElse(Strategy.MEAN);
  }

  private static Strategy strategy(String text) {
    return switch (text) {
      case "mean" -> Strategy.MEAN;
      case "best_score" -> Strategy.BEST_SCORE;
      default ->
          throw new InvalidRequest(
              "strategy is %s; it must be mean or best_score".formatted(Quoted.of(text)));
    };
  }

  private Diversity diversity() {
    JsonNode json = body.path("diversity");
    if (json.isMissingNode() || json.isNull()) {
      return Diversity.NONE;
    }
    if (!json.isNumber()) {
      throw new InvalidRequest(
          "diversity holds %s; it must be a number, 0 to 1".formatted(PaperJson.typeOf(json)));
    }
    return new Diversity(json.doubleValue());
  }
}
