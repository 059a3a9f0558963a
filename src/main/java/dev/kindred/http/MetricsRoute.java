package dev.kindred.http;

import dev.kindred.http.access.Role;
import dev.kindred.http.metrics.Metrics;
import dev.kindred.http.request.KnownParameters;
import dev.kindred.http.request.Parameters;
import io.javalin.http.Context;

/** The numbers of the server, for Prometheus. */
final class MetricsRoute {
  private final Metrics metrics;

  MetricsRoute(Metrics metrics) {
    this.metrics = metrics;
  }

  void addTo(Routes routes) {
    routes.needing(Role.ADMIN).get("/metrics", this::metrics);
  }

  private void metrics(Context ctx) {
    Parameters.ofQuery(ctx.queryString(), KnownParameters.NONE);
    ctx.contentType(Metrics.CONTENT_TYPE).result(metrics.text());
  }
}
