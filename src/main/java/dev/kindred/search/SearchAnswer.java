package dev.kindred.search;

import dev.kindred.index.Counts;
import java.util.List;

/**
 * One page of results.
 *
 * @param total how many results all pages have together, the same on every page of one index state
 * @param totalIsAtLeast whether there may be more results than the total, beyond the depth to which
 *     a list is ranked
 * @param counts of the whole collection, so that it can be said how much of it is embedded
 * @param queryTruncated whether the query had more tokens than the model reads
 */
public record SearchAnswer(
    List<Result> results,
    int total,
    boolean totalIsAtLeast,
    Page page,
    Counts counts,
    boolean queryTruncated) {
  public SearchAnswer {
    results = List.copyOf(results);
  }
}
