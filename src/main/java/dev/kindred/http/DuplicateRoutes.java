package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kindred.http.access.Role;
import dev.kindred.http.answer.DuplicatesJson;
import dev.kindred.http.request.DuplicatesPart;
import dev.kindred.http.request.KnownParameters;
import dev.kindred.http.request.ParameterKind;
import dev.kindred.http.request.Parameters;
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
  private final Admission admission;

  DuplicateRoutes(PaperIndex index, Admission admission) {
    this.index = index;
    this.admission = admission;
  }

  void addTo(Routes routes) {
    routes
        .needing(Role.SEARCH)
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
      DuplicatesJson duplicates = new DuplicatesJson(view, minSimilarity);
      Answers.ok(ctx, admission.admit(() -> duplicates.of(id)));
    }
  }

  private void part(Context ctx, Parameters parameters) throws JsonProcessingException {
    int limit =
        parameters.wholeNumber(
            "limit",
            DuplicatesPart.DEFAULT_EXAMINED,
            "1 to %d".formatted(DuplicatesPart.MAX_EXAMINED));
    DuplicatesPart part = DuplicatesPart.parse(parameters.one("cursor"), limit);
    try (IndexView view = index.view()) {
      DuplicatesJson duplicates = new DuplicatesJson(view, minSimilarity(parameters));
      Answers.ok(ctx, admission.admit(() -> duplicates.part(part)));
    }
  }

  private static double minSimilarity(Parameters parameters) {
    return parameters
        .number("min_similarity", "%s to 1".formatted(DuplicateSearch.LOWEST_SIMILARITY))
        .orElse(DuplicateSearch.DEFAULT_SIMILARITY);
  }
}
