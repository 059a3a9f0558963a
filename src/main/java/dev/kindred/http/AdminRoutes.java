package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kindred.http.access.Role;
import dev.kindred.http.activity.Activity;
import dev.kindred.http.answer.ActivityJson;
import dev.kindred.http.page.PageFiles;
import dev.kindred.http.request.KnownParameters;
import dev.kindred.http.request.Parameters;
import dev.kindred.index.IndexView;
import io.javalin.http.Context;

/** What only whoever runs the server may see: its page, and what that shows. */
final class AdminRoutes {
  private static final int FAILED_SHOWN = 50;

  private final ServedCollection collection;
  private final Activity activity;
  private final PageFiles files;

  AdminRoutes(ServedCollection collection, Activity activity, PageFiles files) {
    this.collection = collection;
    this.activity = activity;
    this.files = files;
  }

  void addTo(Routes routes) {
    routes
        .needing(Role.ANYBODY)
        .get("/admin", ctx -> PageAnswers.file(ctx, files.page("admin.html")))
        .needing(Role.ADMIN)
        .get("/v1/activity", this::activity);
  }

  private void activity(Context ctx) throws JsonProcessingException {
    Parameters.ofQuery(ctx.queryString(), KnownParameters.NONE);
    try (IndexView view = collection.index().view()) {
      Answers.ok(ctx, ActivityJson.of(activity, view.failed(FAILED_SHOWN), collection.store()));
    }
  }
}
