package dev.kindred.http;

import dev.kindred.index.Filter;
import dev.kindred.index.Order;
import dev.kindred.search.Page;
import dev.kindred.search.SearchQuery;

/** What {@code /v1/search} can be asked. */
sealed interface SearchRequest {
  /** For papers that answer a query. */
  record Ask(SearchQuery query) implements SearchRequest {}

  /** For papers by date, without a query. */
  record Browse(Filter filter, Order order, Page page) implements SearchRequest {}
}
