package dev.kindred.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.ListCursor;
import dev.kindred.search.RecommendationQuery;
import dev.kindred.search.Showing;
import dev.kindred.search.recommendation.Example;
import dev.kindred.search.recommendation.Examples;
import dev.kindred.search.recommendation.Recommender.Wish;
import dev.kindred.search.recommendation.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code POST /v1/recommendations} asks for: examples, how to go by them, which papers may
 * come, and which page. Or another page of a list, by its cursor.
 */
final class RecommendationBody {
  private static final Set<String> WITH_CURSOR = Set.of("cursor", "limit", "offset");
  private static final KnownParameters KNOWN =
      FilterParameters.KNOWN
          .and(ShowingParameters.PAGE)
          .and(ParameterKind.OBJECT, "filter")
          .and(ParameterKind.EXAMPLES, "positive", "negative")
          .and(ParameterKind.IDS, "positivePaperIds", "negativePaperIds", "exclude")
          .and(ParameterKind.TEXT, "strategy", "cursor")
          .and(ParameterKind.SHARE, "diversity");

  private static final Map<String, Strategy> STRATEGIES =
      Map.of("mean", Strategy.MEAN, "best_score", Strategy.BEST_SCORE);

  private final Parameters parameters;

  private RecommendationBody(Parameters parameters) {
    this.parameters = parameters;
  }

  /**
   * Reads a body.
   *
   * @throws InvalidRequest naming the first thing that is wrong
   */
  static SearchRequest parse(JsonNode json) {
    return new RecommendationBody(Parameters.ofJson(json, KNOWN)).request();
  }

  private SearchRequest request() {
    Showing showing = Showing.of(ShowingParameters.page(parameters));
    Optional<String> cursor = parameters.one("cursor");
    if (cursor.isPresent()) {
      ShowingParameters.requireAlone(parameters.names(), WITH_CURSOR);
      return new SearchRequest.Continue(ListCursor.parse(cursor.get()), showing);
    }
    Examples examples =
        new Examples(
            examples("positive", "positivePaperIds"),
            examples("negative", "negativePaperIds"),
            Set.copyOf(ids("exclude")));
    Wish wish =
        new Wish(
            examples,
            strategy(),
            FilterParameters.filter(parameters),
            ShapeParameters.diversity(parameters));
    return new SearchRequest.Make(new RecommendationQuery(wish), showing);
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
    String text = text(place, json);
    return PaperId.parse(text)
        .orElseThrow(() ->
            new InvalidRequest(
                "%s is %s; it must be %s".formatted(place, Quoted.of(text), PaperId.RULE)));
  }

  private static String text(String place, JsonNode json) {
    ParameterKind.TEXT.requireType(place, json);
    return json.textValue();
  }

  private Strategy strategy() {
    return parameters.choice("strategy", STRATEGIES, "mean or best_score").orElse(Strategy.MEAN);
  }
}
