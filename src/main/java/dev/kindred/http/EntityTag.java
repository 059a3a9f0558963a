package dev.kindred.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.Optional;

/**
 * Names what an answer holds, so that who has it already is not sent it again (RFC 9110, section
 * 8.8.3). Weak, for an answer may be compressed on its way.
 */
final class EntityTag {
  private EntityTag() {}

  /** Tags the answer. True if the client has it; then the answer is 304, and done. */
  static boolean isKnown(Context ctx, String name) {
    String tag = "\"" + name + "\"";
    ctx.header("ETag", "W/" + tag).header("Cache-Control", "no-cache");
    boolean isKnown =
        Optional.ofNullable(ctx.header("If-None-Match")).stream()
            .flatMap(tags -> Arrays.stream(tags.split(",", -1)))
            .map(given -> given.strip().replaceFirst("^W/", ""))
            .anyMatch(given -> given.equals(tag) || given.equals("*"));
    if (isKnown) {
      ctx.status(HttpStatus.NOT_MODIFIED).removeHeader("Content-Type");
    }
    return isKnown;
  }
}
