package dev.kindred.search.ranking;

import dev.kindred.index.Hit;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

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

  /**
   * What papers that are left out cannot exceed: the score of the last; none if none is left out.
   *
   * @param ranks of all candidates in these hits, from 1, by their places
   * @param score of a candidate
   */
  Optional<Double> bound(int[] ranks, IntToDoubleFunction score) {
    return isCut
        ? IntStream.range(0, ranks.length)
            .filter(place -> ranks[place] == hits.size())
            .mapToObj(score::applyAsDouble)
            .findFirst()
        : Optional.empty();
  }
}
