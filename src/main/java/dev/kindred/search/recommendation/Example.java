package dev.kindred.search.recommendation;

import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;

/** What someone likes, or does not. */
public sealed interface Example {
  /** A paper of the collection. */
  record OfPaper(PaperId id) implements Example {}

  /** Words that describe papers: an abstract from elsewhere, or an interest in a sentence. */
  record OfText(String text) implements Example {
    public static final int MAX_CHARS = 20_000;

    public OfText {
      if (text.isBlank()) {
        throw new InvalidRequest("the text of an example is empty; it must say something");
      }
      if (text.length() > MAX_CHARS) {
        throw new InvalidRequest(
            "the text of an example has %d characters; at most %d are allowed"
                .formatted(text.length(), MAX_CHARS));
      }
    }
  }
}
