package dev.kindred.search.recommendation;

import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Papers near in meaning and papers that share telling words, in one list. Pure arithmetic.
 *
 * <p>Both are scaled by the best of the list, so that 0 is a random paper, or no word shared; their
 * mixture ranks better than either. A paper that is not embedded yet has no nearness: its words
 * stand for both. A paper nearer to what is disliked keeps its negative nearness, whatever its
 * words, and so stands behind all others.
 */
final class PreferenceFusion {
  /** Chosen among .5 to 1 on papers that were judged to answer the same question. */
  static final double SHARE_OF_MEANING = .9;

  private PreferenceFusion() {}

  /**
   * All candidates, best first, with scores of -1 to 1.
   *
   * @param nearness of every candidate that has a vector
   * @param bm25 of every candidate that has one of the words
   */
  static List<Hit> fuse(Map<PaperId, Double> nearness, Map<PaperId, Double> bm25) {
    double nearest = Hit.highest(nearness.values());
    double mostWords = Hit.highest(bm25.values());
    Set<PaperId> candidates = new TreeSet<>(nearness.keySet());
    candidates.addAll(bm25.keySet());
    List<Hit> fused = new ArrayList<>();
    for (PaperId id : candidates) {
      double words = mostWords > 0 ? bm25.getOrDefault(id, 0.0) / mostWords : 0;
      Double near = nearness.get(id);
      double meaning = near == null ? words : nearest > 0 ? near / nearest : 0;
      double both = SHARE_OF_MEANING * meaning + (1 - SHARE_OF_MEANING) * words;
      fused.add(new Hit(id, near != null && near < 0 ? Math.max(-1, near) : both));
    }
    fused.sort(Hit.BEST_FIRST);
    return fused;
  }
}
