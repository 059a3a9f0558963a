package dev.kindred.http;

import dev.kindred.http.access.Role;
import dev.kindred.http.page.PaperPage;
import dev.kindred.http.page.SimilarPapers;
import dev.kindred.http.page.WidgetMarkup;
import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.IndexedPaper;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection;
import dev.kindred.paper.Rejection.UnknownPaper;
import dev.kindred.paper.citation.BibTex;
import dev.kindred.paper.citation.Ris;
import dev.kindred.search.Page;
import dev.kindred.search.SearchEngine;
import dev.kindred.search.Showing;
import dev.kindred.search.SimilarQuery;
import dev.kindred.search.recommendation.Diversity;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.function.Function;

/** Each paper's own page, and what cites it. */
final class PaperPageRoutes {
  private final ServedCollection collection;
  private final SearchEngine engine;
  private final Admission admission;
  private final WidgetMarkup widget;
  private final PaperPage page = new PaperPage();
  private final ReadableProblems readably = new ReadableProblems();

  PaperPageRoutes(ServedCollection collection, Admission admission, WidgetMarkup widget) {
    this.collection = collection;
    this.engine = collection.engine();
    this.admission = admission;
    this.widget = widget;
  }

  void addTo(Routes routes) {
    routes
        .needing(Role.SEARCH)
        .get("/papers", readably.of(ctx -> show(ctx, PaperAddress.ofPage(ctx))))
        .get("/papers/{id}", readably.of(ctx -> show(ctx, PaperAddress.segment(ctx))))
        .get(
            "/papers/{id}/bibtex",
            readably.of(ctx -> cite(ctx, BibTex::of, "application/x-bibtex", "bib")))
        .get(
            "/papers/{id}/ris",
            readably.of(ctx -> cite(ctx, Ris::of, "application/x-research-info-systems", "ris")));
  }

  private void show(Context ctx, PaperId id) {
    PageAnswers.html(ctx, HttpStatus.OK, page(ctx, id));
  }

  private String page(Context ctx, PaperId id) {
    String server = server(ctx);
    return page.of(paper(id), similar(id), server, server.isEmpty() ? "" : widget.of(id, server));
  }

  /** Empty where the request does not say under which name this server is known. */
  private static String server(Context ctx) {
    String host = ctx.header("Host");
    if (host == null) {
      return "";
    }
    boolean isSecure =
        ctx.scheme().equals("https") || "https".equals(ctx.header("X-Forwarded-Proto"));
    return (isSecure ? "https://" : "http://") + host;
  }

  /** A page without its neighbours is better than none. */
  private SimilarPapers similar(PaperId id) {
    SimilarQuery query = new SimilarQuery(id, Filter.NONE, Diversity.NONE);
    try {
      return SimilarPapers.of(
          admission.admit(() -> engine.answer(query, Showing.of(Page.FIRST)).results()));
    } catch (Rejection rejection) {
      return SimilarPapers.none("They cannot be shown now: " + rejection.reason());
    }
  }

  private void cite(Context ctx, Function<Paper, String> format, String type, String ending) {
    Paper paper = paper(PaperAddress.segment(ctx));
    String file = paper.id().value().replaceAll("[^A-Za-z0-9._-]+", "-");
    ctx.header("Content-Disposition", "attachment; filename=\"%s.%s\"".formatted(file, ending));
    ctx.contentType(type + "; charset=utf-8").result(format.apply(paper));
  }

  private Paper paper(PaperId id) {
    try (IndexView view = collection.index().view()) {
      return view.get(id).map(IndexedPaper::paper).orElseThrow(() -> new UnknownPaper(id));
    }
  }
}
