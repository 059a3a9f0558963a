package dev.kindred.search.ranking;

import dev.kindred.paper.PaperId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What both legs of a search say of all candidates.
 *
 * @param cosines of every candidate that is embedded
 * @param bm25 of every candidate that has one of the words; above 0
 * @param noise the query's mean cosine to papers drawn at random
 */
record LegScores(Map<PaperId, Double> cosines, Map<PaperId, Double> bm25, double noise) {
  Set<PaperId> candidates() {
    Set<PaperId> candidates = new HashSet<>(cosines.keySet());
    candidates.addAll(bm25.keySet());
    return candidates;
  }
}
