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
 * @param fit how well the best fits the query; of recommendations only that nothing is like what is
 *     liked; none where there is neither
 * @param leftOut how many candidates are not in the list because they are not relevant enough
 * @param notFound what must be found exactly (phrases in quotation marks, telling rare words) and
 *     is in no paper that the filter leaves
 * @param queryTruncated whether the query, or an example, had more tokens than the model reads
 * @param counts of the whole collection, so that it can be said how much of it is embedded
 * @param knownAgain near-duplicates of examples and of known papers, left out as those are
 */
public record ListSummary(
    int total,
    boolean isAtLeast,
    Optional<Fit> fit,
    int leftOut,
    Optional<Facets> facets,
    Optional<DidYouMean> didYouMean,
    List<String> notFound,
    boolean queryTruncated,
    Counts counts,
    Map<PaperId, List<NearDuplicate>> knownAgain) {
  public ListSummary {
    notFound = List.copyOf(notFound);
    knownAgain = Map.copyOf(knownAgain);
  }

  /** Of a search. */
  public ListSummary(
      int total,
      boolean isAtLeast,
      Optional<Fit> fit,
      int leftOut,
      Optional<Facets> facets,
      Optional<DidYouMean> didYouMean,
      List<String> notFound,
      boolean queryTruncated,
      Counts counts) {
    this(
        total,
        isAtLeast,
        fit,
        leftOut,
        facets,
        didYouMean,
        notFound,
        queryTruncated,
        counts,
        Map.of());
  }

  /** How much room it takes, roughly: what there may be much of. */
  long bytes() {
    return facets.map(Facets::bytes).orElse(0L)
        + knownAgain.values().stream().mapToLong(NearDuplicate::bytes).sum();
  }

  /** Of a list that no query was asked for. */
  static ListSummary withoutQuery(
      int total, boolean isAtLeast, Optional<Facets> facets, Counts counts) {
    return new ListSummary(
        total, isAtLeast, Optional.empty(), 0, facets, Optional.empty(), List.of(), false, counts);
  }
}
