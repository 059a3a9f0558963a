package dev.kindred.http;

import dev.kindred.search.ListCursor;
import dev.kindred.search.ListRequest;
import dev.kindred.search.Showing;

/** What {@code /v1/search} can be asked for. */
sealed interface SearchRequest {
  Showing showing();

  /** A list for a query, or papers by date. */
  record Make(ListRequest list, Showing showing) implements SearchRequest {}

  /** Another page of a list. */
  record Continue(ListCursor cursor, Showing showing) implements SearchRequest {}
}
