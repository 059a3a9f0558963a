package dev.kindred.search;

import dev.kindred.index.Filter;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.recommendation.Example;

/** A search in plain language. An invalid one cannot exist. */
public record SearchQuery(String text, SearchMode mode, Filter filter, ListShape shape)
    implements ListRequest {
  /** As of a text that papers are to be like. */
  public static final int MAX_CHARS = Example.OfText.MAX_CHARS;

  public SearchQuery {
    if (text.isBlank()) {
      throw new InvalidRequest("q is empty; it must hold the words or the question to search for");
    }
    if (text.length() > MAX_CHARS) {
      throw new InvalidRequest(
          "q has %d characters; at most %d are allowed".formatted(text.length(), MAX_CHARS));
    }
  }
}
