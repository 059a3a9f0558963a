package dev.kindred.search;

import dev.kindred.index.Order;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.recommendation.Diversity;
import dev.kindred.search.relevance.Label;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is made of a ranked list before its first page is cut.
 *
 * @param byDate the order, if not that of relevance
 * @param minRelevance hits below it are left out, 0 to 1; without it only a list in which nothing
 *     fits the query is emptied, and one by date holds what is at least related
 * @param diversity how much hits should differ from those before them; by relevance only
 * @param isFolded whether versions and near-duplicates of a paper stand beside it, not below it
 */
public record ListShape(
    Optional<Order> byDate,
    OptionalDouble minRelevance,
    Diversity diversity,
    boolean isFolded,
    FacetWish facets) {
  /** By relevance, everything, as it comes. */
  public static final ListShape PLAIN =
      new ListShape(
          Optional.empty(), OptionalDouble.empty(), Diversity.NONE, false, FacetWish.NONE);

  /** {@link #PLAIN}, but not even emptied where nothing fits: for judging the order alone. */
  public static final ListShape UNCUT =
      new ListShape(Optional.empty(), OptionalDouble.of(0), Diversity.NONE, false, FacetWish.NONE);

  public ListShape {
    double least = minRelevance.orElse(0);
    if (!(least >= 0 && least <= 1)) {
      throw new InvalidRequest("min_relevance is %s; it must be 0 to 1".formatted(least));
    }
    if (byDate.isPresent() && diversity.share() > 0) {
      throw new InvalidRequest(
          "diversity is %s, but the order is that of dates; give one of them"
              .formatted(diversity.share()));
    }
  }

  /**
   * The relevance that a hit must have, if any: by date, what is hardly related would come first.
   */
  public OptionalDouble leastRelevance() {
    return minRelevance.isEmpty() && byDate.isPresent()
        ? OptionalDouble.of(Label.RELATED.from())
        : minRelevance;
  }
}
