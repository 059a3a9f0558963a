package dev.kindred.search;

import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts papers found by meaning and papers found by words into one list. Pure arithmetic.
 *
 * <p>Each leg's scores are scaled to 0..1 over the candidates (min-max for cosines, by the best for
 * BM25, where 0 means no word matched) and added as a convex combination; see Bruch, Gai and
 * Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval" (2022). A paper that is not
 * embedded yet has no cosine: its words stand for both legs, so that it takes part from the start.
 */
final class HybridFusion {
  /** The share of meaning: a first choice, not yet judged on labelled queries. */
  static final double SHARE_OF_MEANING = 0.7;

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id);

  private HybridFusion() {}

  /**
   * All candidates, best first.
   *
   * @param cosines of every candidate that has a vector
   * @param bm25 of every candidate that has one of the words
   */
  static List<Hit> fuse(Map<PaperId, Double> cosines, Map<PaperId, Double> bm25) {
    double lowest = cosines.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double span = highest(cosines.values()) - lowest;
    double best = highest(bm25.values());
    Set<PaperId> candidates = new TreeSet<>(cosines.keySet());
    candidates.addAll(bm25.keySet());
    List<Hit> fused = new ArrayList<>();
    for (PaperId id : candidates) {
      double words = best > 0 ? bm25.getOrDefault(id, 0.0) / best : 0;
      Double cosine = cosines.get(id);
      double meaning = cosine == null ? words : span > 0 ? (cosine - lowest) / span : 1;
      fused.add(new Hit(id, SHARE_OF_MEANING * meaning + (1 - SHARE_OF_MEANING) * words));
    }
    fused.sort(BEST_FIRST);
    return fused;
  }

  private static double highest(Collection<Double> scores) {
    return scores.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
