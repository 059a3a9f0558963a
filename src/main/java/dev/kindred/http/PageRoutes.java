package dev.kindred.http;

import dev.kindred.http.access.Role;
import dev.kindred.http.page.PageFile;
import dev.kindred.http.page.PageFiles;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.UnknownRoute;
import io.javalin.http.Context;

/** The pages that are the same for everybody, and what they load. */
final class PageRoutes {
  private final PageFiles files;
  private final PageFile openApi;

  PageRoutes(PageFiles files, String version) {
    this.files = files;
    this.openApi = files.openApi(version);
  }

  void addTo(Routes routes) {
    routes
        .needing(Role.ANYBODY)
        .get("/", ctx -> PageAnswers.file(ctx, files.page("index.html")))
        .get("/map", ctx -> PageAnswers.file(ctx, files.page("map.html")))
        .get("/docs", ctx -> PageAnswers.file(ctx, files.page("docs.html")))
        .get("/openapi.json", ctx -> PageAnswers.unlessKnown(ctx, openApi))
        .get("/assets/{file}", this::asset);
  }

  private void asset(Context ctx) {
    String name = ctx.pathParam("file");
    PageAnswers.file(
        ctx,
        files
            .asset(name)
            .orElseThrow(
                () -> new UnknownRoute("there is no file %s here".formatted(Quoted.of(name)))));
  }
}
