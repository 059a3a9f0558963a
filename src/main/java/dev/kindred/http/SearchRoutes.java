package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kindred.paper.PaperId;
import dev.kindred.search.SearchAnswer;
import dev.kindred.search.SearchEngine;
import dev.kindred.search.Showing;
import dev.kindred.search.SimilarQuery;
import io.javalin.http.Context;

/** Searching, and papers similar to a paper. */
final class SearchRoutes {
  private static final KnownParameters SIMILAR_IN_PATH =
      FilterParameters.KNOWN.and(ShowingParameters.PAGE).and(ParameterKind.SHARE, "diversity");
  private static final KnownParameters SIMILAR_IN_QUERY =
      SIMILAR_IN_PATH.and(ParameterKind.TEXT, "id");

  private final SearchEngine engine;

  SearchRoutes(SearchEngine engine) {
    this.engine = engine;
  }

  void addTo(Routes routes) {
    routes
        .get(
            "/v1/search",
            ctx -> search(ctx, Parameters.ofQuery(ctx.queryString(), SearchParameters.KNOWN)))
        .post(
            "/v1/search",
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
    Answers.ok(ctx, AnswerJson.of(answer(engine, SearchParameters.parse(parameters))));
  }

  static SearchAnswer answer(SearchEngine engine, SearchRequest request) {
    return switch (request) {
      case SearchRequest.Make(var list, var showing) -> engine.answer(list, showing);
      case SearchRequest.Continue(var cursor, var showing) -> engine.page(cursor, showing);
    };
  }

  private void similar(Context ctx, PaperId id, Parameters parameters)
      throws JsonProcessingException {
    Answers.ok(
        ctx,
        AnswerJson.of(
            engine.answer(
                new SimilarQuery(
                    id, FilterParameters.filter(parameters), ShapeParameters.diversity(parameters)),
                Showing.of(ShowingParameters.page(parameters)))));
  }
}
