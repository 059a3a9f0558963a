package dev.kindred.search;

import dev.kindred.paper.Rejection.InvalidRequest;

/**
 * Which part of a result list is wanted.
 *
 * @param limit how many results, 1 to {@link #MAX_LIMIT}
 * @param offset how many to leave out before them
 */
public record Page(int limit, int offset) {
  public static final int MAX_LIMIT = 100;
  public static final int DEFAULT_LIMIT = 10;

  /** Every result list is this deep at most, so that all its pages come from one list. */
  public static final int DEPTH = 1_000;

  public static final Page FIRST = new Page(DEFAULT_LIMIT, 0);

  public Page {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidRequest("limit is %d; it must be 1 to %d".formatted(limit, MAX_LIMIT));
    }
    if (offset < 0 || offset > DEPTH - limit) {
      throw new InvalidRequest(
          ("offset is %d; it must be 0 or more, and offset + limit at most %d (filters narrow a"
                  + " search; GET /v1/papers lists everything)")
              .formatted(offset, DEPTH));
    }
  }
}
