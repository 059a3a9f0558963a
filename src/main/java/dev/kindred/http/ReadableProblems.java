package dev.kindred.http;

import dev.kindred.http.page.ProblemPage;
import dev.kindred.paper.Rejection;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;

/** Where a page cannot be shown, a browser gets one that says why. */
final class ReadableProblems {
  private final ProblemPage page = new ProblemPage();

  Handler of(Handler handler) {
    return ctx -> {
      try {
        handler.handle(ctx);
      } catch (Rejection rejection) {
        HttpStatus status = Problems.begin(rejection, ctx);
        PageAnswers.html(ctx, status, page.of(status.getMessage(), rejection.reason()));
      }
    };
  }
}
