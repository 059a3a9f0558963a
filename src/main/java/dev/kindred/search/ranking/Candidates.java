package dev.kindred.search.ranking;

import dev.kindred.paper.PaperId;
import dev.kindred.search.relevance.Evidence.Background;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * The papers that are ranked, and how they came to be.
 *
 * @param background the query's cosines to random papers; none if meaning was not asked for, or
 *     nothing is embedded
 */
record Candidates(Leg near, Leg words, Tiers tiers, Optional<Background> background) {
  /** In the order of ids. */
  Set<PaperId> ids() {
    Set<PaperId> ids = new TreeSet<>(tiers.of().keySet());
    near.hits().forEach(hit -> ids.add(hit.id()));
    words.hits().forEach(hit -> ids.add(hit.id()));
    return ids;
  }

  double noise() {
    return background.map(Background::mean).orElse(0.0);
  }

  RankedList list(List<RankedHit> hits, OptionalDouble ceiling, int papers) {
    return new RankedList(hits, tiers, background, ceiling, papers, near.bound(), words.bound());
  }
}
