package dev.kindred.search;

import dev.kindred.index.Filter;
import dev.kindred.index.Order;

/** Papers by date, without a query. */
public record Browsing(Filter filter, Order order, FacetWish facets) implements ListRequest {}
