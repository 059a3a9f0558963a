package dev.kindred.search;

import dev.kindred.index.Counts;
import dev.kindred.paper.PaperId;
import dev.kindred.search.recommendation.NearDuplicate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for all pages of a list.
 *
 * @param total how many results all pages have together
 * @param isAtLeast whether there may be more, beyond the depth to which a list is ranked
 * @param fit how well the best fits the query; none where there is no query
 * @param queryTruncated whether the query, or an example, had more tokens than the model reads
 * @param counts of the whole collection, so that it can be said how much of it is embedded
 * @param leftOut near-duplicates of examples and of known papers, left out as those are
 */
public record ListSummary(
    int total,
    boolean isAtLeast,
    Optional<Fit> fit,
    Optional<Facets> facets,
    Optional<DidYouMean> didYouMean,
    boolean queryTruncated,
    Counts counts,
    Map<PaperId, List<NearDuplicate>> leftOut) {
  public ListSummary {
    leftOut = Map.copyOf(leftOut);
  }

  /** Of a list that leaves none out. */
  public ListSummary(
      int total,
      boolean isAtLeast,
      Optional<Fit> fit,
      Optional<Facets> facets,
      Optional<DidYouMean> didYouMean,
      boolean queryTruncated,
      Counts counts) {
    this(total, isAtLeast, fit, facets, didYouMean, queryTruncated, counts, Map.of());
  }
}
