package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kindred.http.access.Role;
import dev.kindred.http.request.JsonBody;
import dev.kindred.http.request.KnownParameters;
import dev.kindred.http.request.Parameters;
import dev.kindred.http.request.RecommendationBody;
import dev.kindred.http.request.RecommendationParameters;
import dev.kindred.http.request.SearchRequest;
import dev.kindred.search.SearchEngine;
import io.javalin.http.Context;
import java.io.IOException;

/** Papers like some examples and unlike others. */
final class RecommendationRoute {
  static final String ROUTE = "/v1/recommendations";

  private final SearchEngine engine;
  private final WatchedAnswers answers;

  RecommendationRoute(SearchEngine engine, WatchedAnswers answers) {
    this.engine = engine;
    this.answers = answers;
  }

  void addTo(Routes routes) {
    routes
        .needing(Role.SEARCH)
        .get(ROUTE, ctx -> answer(ctx, RecommendationParameters.parse(ctx.queryString())))
        .post(ROUTE, this::recommend);
  }

  private void recommend(Context ctx) throws IOException {
    Parameters.ofQuery(ctx.queryString(), KnownParameters.NONE);
    answer(ctx, RecommendationBody.parse(JsonBody.read(ctx, JsonBody.SMALL)));
  }

  private void answer(Context ctx, SearchRequest request) throws JsonProcessingException {
    answers.answer(ctx, () -> SearchRoutes.answer(engine, request, ROUTE));
  }
}
