package dev.kindred.search;

import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.regex.Pattern;

/** Names a kept list, and by that its query, its filters and the state of the index it is of. */
public record ListCursor(String name) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{16}");

  /**
   * Reads what an answer carried.
   *
   * @throws InvalidRequest if no answer did
   */
  public static ListCursor parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new InvalidRequest(
          "cursor is %s; it must be the \"cursor\" of an answer, unchanged"
              .formatted(Quoted.of(text)));
    }
    return new ListCursor(text);
  }
}
