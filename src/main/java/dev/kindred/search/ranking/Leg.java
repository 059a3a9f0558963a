package dev.kindred.search.ranking;

import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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

  Map<PaperId, Double> scores() {
    Map<PaperId, Double> scores = new HashMap<>();
    hits.forEach(hit -> scores.put(hit.id(), hit.score()));
    return scores;
  }

  /** What papers that are left out cannot exceed; none if none is. */
  Optional<Double> bound() {
    return isCut ? Optional.of(hits.getLast().score()) : Optional.empty();
  }

  /** Of each of its papers, from 1. */
  Map<PaperId, OptionalInt> ranks() {
    Map<PaperId, OptionalInt> ranks = new HashMap<>();
    hits.forEach(hit -> ranks.put(hit.id(), OptionalInt.of(ranks.size() + 1)));
    return ranks;
  }
}
