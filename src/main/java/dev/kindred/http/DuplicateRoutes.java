package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.recommendation.DuplicateSearch;
import io.javalin.http.Context;

/** Papers that are the same but for version or wording. */
final class DuplicateRoutes {
  private static final KnownParameters OF_ONE =
      KnownParameters.NONE.and(ParameterKind.NUMBER, "min_similarity");
  private static final KnownParameters KNOWN =
      OF_ONE.and(ParameterKind.TEXT, "cursor", "id").and(ParameterKind.WHOLE_NUMBER, "limit");

  private final PaperIndex index;

  DuplicateRoutes(PaperIndex index) {
    this.index = index;
  }

  void addTo(Routes routes) {
    routes
        .get(
            "/v1/papers/{id}/duplicates",
            ctx ->
                ofOne(
                    ctx,
                    PaperAddress.segment(ctx),
                    minSimilarity(Parameters.ofQuery(ctx.queryString(), OF_ONE))))
        .get(
            "/v1/duplicates", ctx -> duplicates(ctx, Parameters.ofQuery(ctx.queryString(), KNOWN)));
  }

  private void duplicates(Context ctx, Parameters parameters) throws JsonProcessingException {
    if (parameters.one("id").isEmpty()) {
      part(ctx, parameters);
    } else if (parameters.one("cursor").isPresent() || parameters.one("limit").isPresent()) {
      throw new InvalidRequest("id asks for one paper; it cannot stand with cursor or limit");
    } else {
      ofOne(ctx, PaperAddress.parameter(parameters), minSimilarity(parameters));
    }
  }

  private void ofOne(Context ctx, PaperId id, double minSimilarity) throws JsonProcessingException {
    try (IndexView view = index.view()) {
      Answers.ok(ctx, DuplicatesJson.of(view, id, minSimilarity));
    }
  }

  private void part(Context ctx, Parameters parameters) throws JsonProcessingException {
    int limit =
        parameters.wholeNumber(
            "limit",
            DuplicatesJson.DEFAULT_EXAMINED,
            "1 to %d".formatted(DuplicatesJson.MAX_EXAMINED));
    try (IndexView view = index.view()) {
      Answers.ok(
          ctx,
          DuplicatesJson.part(view, parameters.one("cursor"), limit, minSimilarity(parameters)));
    }
  }

  private static double minSimilarity(Parameters parameters) {
    return parameters
        .number("min_similarity", "%s to 1".formatted(DuplicateSearch.LOWEST_SIMILARITY))
        .orElse(DuplicateSearch.DEFAULT_SIMILARITY);
  }
}
