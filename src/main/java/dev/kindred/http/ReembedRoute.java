package dev.kindred.http;

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
  private final LocalToken token;

  ReembedRoute(PaperIndex index, LocalToken token) {
    this.index = index;
    this.token = token;
  }

  void addTo(Routes routes) {
    routes.post("/v1/reembed", this::reembed);
  }

  private void reembed(Context ctx) throws IOException {
    token.check(ctx.header("Authorization"));
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
