package dev.kindred.http;

import dev.kindred.http.page.ProblemPage;
import dev.kindred.paper.Rejection;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.jspecify.annotations.Nullable;

/** Where a page cannot be shown, a browser gets one that says why. */
final class ReadableProblems {
  private static final ProblemPage PAGE = new ProblemPage();

  Handler of(Handler handler) {
    return ctx -> {
      try {
        handler.handle(ctx);
      } catch (Rejection rejection) {
        show(new Problem(Problems.begin(rejection, ctx), rejection.reason()), ctx);
      }
    };
  }

  /** Whether a reader opened an address outside the API, rather than a program. */
  static boolean areWanted(String path, @Nullable String accept) {
    return accept != null && accept.contains("text/html") && !path.startsWith("/v1/");
  }

  static void show(Problem problem, Context ctx) {
    PageAnswers.html(ctx, problem.status(), html(problem));
  }

  static String html(Problem problem) {
    return PAGE.of(problem.status().getMessage(), problem.detail());
  }
}
