package dev.kindred.http.request;

import dev.kindred.search.ListCursor;
import dev.kindred.search.ListRequest;
import dev.kindred.search.Showing;

/** What a list can be asked for: to be made, or another of its pages. */
public sealed interface SearchRequest {
  /** A list: of a search, of papers by date, or of recommendations. */
  record Make(ListRequest list, Showing showing) implements SearchRequest {}

  /** Another page of a list. */
  record Continue(ListCursor cursor, Showing showing) implements SearchRequest {}
}
