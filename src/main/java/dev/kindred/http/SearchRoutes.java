package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kindred.http.access.Role;
import dev.kindred.http.request.FilterParameters;
import dev.kindred.http.request.JsonBody;
import dev.kindred.http.request.KnownParameters;
import dev.kindred.http.request.ParameterKind;
import dev.kindred.http.request.Parameters;
import dev.kindred.http.request.SearchParameters;
import dev.kindred.http.request.SearchRequest;
import dev.kindred.http.request.ShapeParameters;
import dev.kindred.http.request.ShowingParameters;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.Browsing;
import dev.kindred.search.ListCursor;
import dev.kindred.search.ListRequest;
import dev.kindred.search.RecommendationQuery;
import dev.kindred.search.SearchAnswer;
import dev.kindred.search.SearchEngine;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
import dev.kindred.search.SimilarQuery;
import io.javalin.http.Context;

/** Searching, and papers similar to a paper. */
final class SearchRoutes {
  private static final String ROUTE = "/v1/search";

  private static final KnownParameters SIMILAR_IN_PATH =
      FilterParameters.KNOWN.and(ShowingParameters.PAGE).and(ParameterKind.SHARE, "diversity");
  private static final KnownParameters SIMILAR_IN_QUERY =
      SIMILAR_IN_PATH.and(ParameterKind.TEXT, "id");

  private final SearchEngine engine;
  private final WatchedAnswers answers;

  SearchRoutes(SearchEngine engine, WatchedAnswers answers) {
    this.engine = engine;
    this.answers = answers;
  }

  void addTo(Routes routes) {
    routes
        .needing(Role.SEARCH)
        .get(
            ROUTE,
            ctx -> search(ctx, Parameters.ofQuery(ctx.queryString(), SearchParameters.KNOWN)))
        .post(
            ROUTE,
            ctx -> {
              Parameters.ofQuery(ctx.queryString(), KnownParameters.NONE);
              search(
                  ctx,
                  Parameters.ofJson(JsonBody.read(ctx, JsonBody.SMALL), SearchParameters.KNOWN));
            })
        .get(
            "/v1/papers/{id}/similar",
            ctx ->
                similar(
                    ctx,
                    PaperAddress.segment(ctx),
                    Parameters.ofQuery(ctx.queryString(), SIMILAR_IN_PATH)))
        .get(
            "/v1/similar",
            ctx -> {
              Parameters parameters = Parameters.ofQuery(ctx.queryString(), SIMILAR_IN_QUERY);
              similar(ctx, PaperAddress.parameter(parameters), parameters);
            });
  }

  private void search(Context ctx, Parameters parameters) throws JsonProcessingException {
    SearchRequest request = SearchParameters.parse(parameters);
    answers.answer(ctx, () -> answer(engine, request, ROUTE));
  }

  /**
   * What a route answers.
   *
   * @param route where the pages of a list that goes on must be asked for
   */
  static SearchAnswer answer(SearchEngine engine, SearchRequest request, String route) {
    return switch (request) {
      case SearchRequest.Make(var list, var showing) -> engine.answer(list, showing);
      case SearchRequest.Continue(var cursor, var showing) -> {
        requireFitting(cursor, routeOf(engine.request(cursor)), route);
        yield engine.page(cursor, showing);
      }
    };
  }

  private static void requireFitting(ListCursor cursor, String right, String route) {
    if (!right.equals(route)) {
      throw new InvalidRequest(
          "cursor is %s, which is of another kind of list; ask %s for its pages"
              .formatted(Quoted.of(cursor.name()), right));
    }
  }

  private static String routeOf(ListRequest request) {
    return switch (request) {
      case SearchQuery _, Browsing _, SimilarQuery _ -> ROUTE;
      case RecommendationQuery _ -> RecommendationRoute.ROUTE;
    };
  }

  private void similar(Context ctx, PaperId id, Parameters parameters)
      throws JsonProcessingException {
    SimilarQuery query =
        new SimilarQuery(
            id, FilterParameters.filter(parameters), ShapeParameters.diversity(parameters));
    Showing showing = Showing.of(ShowingParameters.page(parameters));
    answers.answer(ctx, () -> engine.answer(query, showing));
  }
}
