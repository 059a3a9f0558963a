package dev.kindred.http;

import dev.kindred.http.access.Role;
import dev.kindred.http.page.PageFile;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.UnknownRoute;
import io.javalin.http.Context;

/**
 * The widget for pages of other sites: under a name that stays, for those who want it always as it
 * is now, and under one with the version, for those who want to know what they load.
 */
final class WidgetRoutes {
  private final PageFile widget;
  private final String versioned;

  WidgetRoutes(PageFile widget, String version) {
    this.widget = widget;
    this.versioned = "kindred-" + version + ".js";
  }

  void addTo(Routes routes) {
    routes
        .needing(Role.ANYBODY)
        .get("/widget/kindred.js", ctx -> answer(ctx, "no-cache"))
        .get("/widget/{file}", this::versioned);
  }

  private void versioned(Context ctx) {
    String name = ctx.pathParam("file");
    if (!name.equals(versioned)) {
      throw new UnknownRoute(
          "there is no file %s here; this server has %s"
              .formatted(Quoted.of(name), Quoted.of(versioned)));
    }
    answer(ctx, "public, max-age=31536000, immutable");
  }

  private void answer(Context ctx, String cacheControl) {
    ctx.header("Access-Control-Allow-Origin", "*");
    ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
    PageAnswers.unlessKnown(ctx, widget);
    ctx.header("Cache-Control", cacheControl);
  }
}
