package dev.kindred.search.ranking;

import dev.kindred.paper.PaperId;
import dev.kindred.search.relevance.Evidence.Background;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The papers that are ranked, and how they came to be.
 *
 * @param background the query's cosines to random papers; none if meaning was not asked for, or
 *     nothing is embedded
 * @param ids of all of them, each once, in no order
 */
record Candidates(
    Leg near, Leg words, Tiers tiers, Optional<Background> background, Set<PaperId> ids) {
  static Candidates of(Leg near, Leg words, Tiers tiers, Optional<Background> background) {
    Set<PaperId> ids = new HashSet<>(tiers.of().keySet());
    near.hits().forEach(hit -> ids.add(hit.id()));
    words.hits().forEach(hit -> ids.add(hit.id()));
    return new Candidates(near, words, tiers, background, ids);
  }

  double noise() {
    return background.map(Background::mean).orElse(0.0);
  }

  RankedList list(List<RankedHit> hits, double ceiling, int papers) {
    return new RankedList(hits, tiers, background, ceiling, papers, near.bound(), words.bound());
  }
}
