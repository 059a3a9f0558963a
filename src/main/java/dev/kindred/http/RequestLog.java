package dev.kindred.http;

import dev.kindred.http.metrics.Metrics;
import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.javalin.router.Endpoint;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes each request when it is answered. */
final class RequestLog implements RequestLogger {
  /** The route of what has none. */
  private static final String NOWHERE = "none";

  private static final Logger log = LoggerFactory.getLogger(RequestLog.class);

  private final Metrics metrics;

  RequestLog(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void handle(Context ctx, Float millis) {
    String method = ctx.req().getMethod();
    int status = ctx.statusCode();
    metrics.answered(method, route(ctx), status, Duration.ofNanos(Math.round(millis * 1e6)));
    log.debug("{} {} {} in {} ms", method, ctx.path(), status, Math.round(millis));
    RequestNames.end();
  }

  private static String route(Context ctx) {
    @Nullable Endpoint matched = ctx.endpoints().matchedHttpEndpoint();
    return matched == null ? NOWHERE : matched.path;
  }
}
