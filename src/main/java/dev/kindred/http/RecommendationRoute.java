package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kindred.search.SearchEngine;
import io.javalin.http.Context;

/** Papers like some examples and unlike others. */
final class RecommendationRoute {
  static final String ROUTE = "/v1/recommendations";

  private final SearchEngine engine;

  RecommendationRoute(SearchEngine engine) {
    this.engine = engine;
  }

  void addTo(Routes routes) {
    routes.post(ROUTE, this::recommend);
  }

  private void recommend(Context ctx) throws JsonProcessingException {
    Parameters.ofQuery(ctx.queryString(), KnownParameters.NONE);
    SearchRequest request = RecommendationBody.parse(JsonBody.read(ctx, JsonBody.SMALL));
    Answers.ok(ctx, AnswerJson.of(SearchRoutes.answer(engine, request, ROUTE)));
  }
}
