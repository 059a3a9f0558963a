package dev.kindred.search.ranking;

import dev.kindred.index.Hit;
import java.util.List;
import java.util.Optional;

/**
 * The candidates that one way of searching gave, best first.
 *
 * @param isCut whether there may be more of them
 */
record Leg(List<Hit> hits, boolean isCut) {
  static final Leg NONE = new Leg(List.of(), false);

  /** Of a list that was asked for so many. */
  static Leg of(List<Hit> hits, int limit) {
    return new Leg(hits, hits.size() >= limit);
  }

  /** What papers that are left out cannot exceed; none if none is. */
  Optional<Double> bound() {
    return isCut ? Optional.of(hits.getLast().score()) : Optional.empty();
  }
}
