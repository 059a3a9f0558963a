package dev.kindred.http;

import dev.kindred.http.access.Role;
import dev.kindred.http.request.JsonBody;
import dev.kindred.http.request.KnownParameters;
import dev.kindred.http.request.ParameterKind;
import dev.kindred.http.request.Parameters;
import dev.kindred.index.PaperIndex;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import io.javalin.http.Context;
import java.io.IOException;

/** The operator's order to try failed papers again. */
final class ReembedRoute {
  private static final KnownParameters KNOWN =
      KnownParameters.NONE.and(ParameterKind.TEXT, "papers");

  private final PaperIndex index;

  ReembedRoute(PaperIndex index) {
    this.index = index;
  }

  void addTo(Routes routes) {
    routes.needing(Role.ADMIN).post("/v1/reembed", this::reembed);
  }

  private void reembed(Context ctx) throws IOException {
    Parameters.ofQuery(ctx.queryString(), KnownParameters.NONE);
    String papers =
        Parameters.ofJson(JsonBody.read(ctx, JsonBody.SMALL), KNOWN)
            .one("papers")
            .orElseThrow(() -> new InvalidRequest("papers is missing; it must be \"failed\""));
    if (!papers.equals("failed")) {
      throw new InvalidRequest(
          "papers is %s; it must be \"failed\" (all papers: stop the server, run kindred reembed)"
              .formatted(Quoted.of(papers)));
    }
    Answers.ok(ctx, PaperJson.MAPPER.createObjectNode().put("retried", index.retryFailed()));
  }
}
