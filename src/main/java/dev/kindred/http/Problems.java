package dev.kindred.http;

import dev.kindred.paper.Rejection;
import dev.kindred.paper.Rejection.AddressTooLong;
import dev.kindred.paper.Rejection.ExpiredCursor;
import dev.kindred.paper.Rejection.Forbidden;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.InvalidSettings;
import dev.kindred.paper.Rejection.MethodNotAllowed;
import dev.kindred.paper.Rejection.TooLarge;
import dev.kindred.paper.Rejection.TooManyRequests;
import dev.kindred.paper.Rejection.Unauthorized;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.paper.Rejection.UnknownPaper;
import dev.kindred.paper.Rejection.UnknownRoute;
import dev.kindred.paper.Rejection.UnsupportedMediaType;
import dev.kindred.paper.Rejection.UnusableModel;
import dev.kindred.paper.Rejection.UnusableStore;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests that were rejected or that failed. The only place that knows which is which. */
final class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static void answer(Rejection rejection, Context ctx) {
    write(new Problem(begin(rejection, ctx), rejection.reason()), ctx);
  }

  /** Sets what an answer to a rejection tells in headers, in whatever form the rest is told. */
  static HttpStatus begin(Rejection rejection, Context ctx) {
    HttpStatus status = status(rejection);
    switch (rejection) {
      case Unavailable _ -> ctx.header("Retry-After", "1");
      case TooManyRequests tooMany ->
          ctx.header(
              "Retry-After",
              String.valueOf(tooMany.waitingTime().plusNanos(999_999_999).toSeconds()));
      case Unauthorized _ -> ctx.header("WWW-Authenticate", "Bearer realm=\"kindred\"");
      default -> {}
    }
    return status;
  }

  /** Anything else is a bug of ours: the log gets all of it, whoever asked gets its name. */
  static void answer(Exception bug, Context ctx) {
    write(logged(bug, ctx.req().getMethod() + " " + ctx.path()), ctx);
  }

  /** As for an exception, where Javalin has given up its context. */
  static void answer(Error bug, HttpServletResponse response) {
    Problem problem = logged(bug, "by an error of the virtual machine");
    try {
      response.setStatus(problem.status().getCode());
      response.setHeader("Content-Type", null);
      response.setHeader("Content-Type", Problem.CONTENT_TYPE);
      response.getOutputStream().write(problem.json());
    } catch (IOException gone) {
      log.debug("Nobody is there to hear of it", gone);
    }
  }

  private static Problem logged(Throwable bug, String request) {
    String name = "urn:uuid:" + UUID.randomUUID();
    log.error("Request {} failed: {}", name, request, bug);
    return new Problem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "something went wrong here, not with the request; the server's log tells more under "
            + name,
        Optional.of(name));
  }

  private static void write(Problem problem, Context ctx) {
    if (ReadableProblems.areWanted(ctx.path(), ctx.header("Accept"))) {
      ReadableProblems.show(problem, ctx);
      return;
    }
    // Without the removal, Jetty would add the charset of the type that was set before.
    ctx.removeHeader("Content-Type").contentType(Problem.CONTENT_TYPE);
    ctx.status(problem.status()).result(problem.json());
  }

  private static HttpStatus status(Rejection rejection) {
    return switch (rejection) {
      case InvalidRequest _ -> HttpStatus.BAD_REQUEST;
      case Unauthorized _ -> HttpStatus.UNAUTHORIZED;
      case Forbidden _ -> HttpStatus.FORBIDDEN;
      case UnknownPaper _, UnknownRoute _ -> HttpStatus.NOT_FOUND;
      case ExpiredCursor _ -> HttpStatus.GONE;
      case MethodNotAllowed _ -> HttpStatus.METHOD_NOT_ALLOWED;
      case TooLarge _ -> HttpStatus.CONTENT_TOO_LARGE;
      case AddressTooLong _ -> HttpStatus.URI_TOO_LONG;
      case UnsupportedMediaType _ -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case TooManyRequests _ -> HttpStatus.TOO_MANY_REQUESTS;
      case Unavailable _ -> HttpStatus.SERVICE_UNAVAILABLE;
      case UnusableModel _, UnusableStore _, InvalidSettings _ -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }
}
