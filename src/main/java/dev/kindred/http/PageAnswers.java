package dev.kindred.http;

import dev.kindred.http.page.PageFile;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;

/** Answers with what a browser shows. */
final class PageAnswers {
  /** Nothing from elsewhere, nothing inside markup, nobody's frame. */
  static final Map<String, String> OF_PAGES =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
              + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  private PageAnswers() {}

  /** A file that a browser asks for again only to hear that it has not changed. */
  static void file(Context ctx, PageFile file) {
    OF_PAGES.forEach(ctx::header);
    unlessKnown(ctx, file);
  }

  /** A file, or that it is the one which whoever asks has. */
  static void unlessKnown(Context ctx, PageFile file) {
    if (!EntityTag.isKnown(ctx, file.fingerprint())) {
      ctx.contentType(file.contentType()).result(file.content());
    }
  }

  /** A page that was made for this request. */
  static void html(Context ctx, HttpStatus status, String page) {
    OF_PAGES.forEach(ctx::header);
    ctx.header("Cache-Control", "no-cache");
    ctx.status(status).contentType("text/html; charset=utf-8").result(page);
  }
}
