package dev.kindred.http.request;

import dev.kindred.search.ListCursor;
import dev.kindred.search.RecommendationQuery;
import dev.kindred.search.Showing;
import dev.kindred.search.recommendation.Examples;
import dev.kindred.search.recommendation.Recommender.Wish;
import dev.kindred.search.recommendation.Strategy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What recommendations are asked for with, besides the examples. */
final class WishParameters {
  static final KnownParameters KNOWN =
      FilterParameters.KNOWN
          .and(ShowingParameters.PAGE)
          .and(ParameterKind.OBJECT, "filter")
          .and(ParameterKind.TEXT, "strategy", "cursor")
          .and(ParameterKind.SHARE, "diversity");

  private static final Set<String> WITH_CURSOR = Set.of("cursor", "limit", "offset");
  private static final Map<String, Strategy> STRATEGIES =
      Map.of("mean", Strategy.MEAN, "best_score", Strategy.BEST_SCORE);

  private WishParameters() {}

  /** A list made by examples, which are read only where no cursor names one that was made. */
  static SearchRequest request(Parameters parameters, Supplier<Examples> examples) {
    Showing showing = Showing.of(ShowingParameters.page(parameters));
    Optional<String> cursor = parameters.one("cursor");
    if (cursor.isPresent()) {
      ShowingParameters.requireAlone(parameters.names(), WITH_CURSOR);
      return new SearchRequest.Continue(ListCursor.parse(cursor.get()), showing);
    }
    Wish wish =
        new Wish(
            examples.get(),
            strategy(parameters),
            FilterParameters.filter(parameters),
            ShapeParameters.diversity(parameters));
    return new SearchRequest.Make(new RecommendationQuery(wish), showing);
  }

  private static Strategy strategy(Parameters parameters) {
    return parameters.choice("strategy", STRATEGIES, "mean or best_score").orElse(Strategy.MEAN);
  }
}
