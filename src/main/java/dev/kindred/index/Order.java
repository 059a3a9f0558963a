package dev.kindred.index;

/** The order of papers that are browsed without a query. Ties are broken by id. */
public enum Order {
  NEWEST_FIRST,
  OLDEST_FIRST
}
