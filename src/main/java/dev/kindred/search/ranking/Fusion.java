package dev.kindred.search.ranking;

import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Makes one score, 0 to 1, of two. Pure arithmetic. A paper that is not embedded yet has no cosine:
 * its words stand for both legs, so that it takes part from the start.
 */
sealed interface Fusion {
  /** The fused scores of all candidates. */
  Map<PaperId, Fused> fuse(LegScores legs);

  /**
   * A convex combination. A cosine counts from the query's noise, its mean cosine to random papers
   * (0), to the best one found (1), so that a leg in which nothing stands out adds little; BM25
   * from none of the words (0) to the best (1).
   *
   * @param share of meaning, 0 to 1
   */
  record AboveNoise(double share) implements Fusion {
    @Override
    public Map<PaperId, Fused> fuse(LegScores legs) {
      double span = Hit.highest(legs.cosines().values()) - legs.noise();
      return combined(
          legs, share, cosine -> span > 0 ? Math.max(0, cosine - legs.noise()) / span : 0);
    }
  }

  /**
   * A convex combination in which cosines count from the lowest of a candidate (0) to the highest
   * (1); see Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval" (2022).
   *
   * @param share of meaning, 0 to 1
   */
  record MinMax(double share) implements Fusion {
    @Override
    public Map<PaperId, Fused> fuse(LegScores legs) {
      double lowest =
          legs.cosines().values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
      double span = Hit.highest(legs.cosines().values()) - lowest;
      return combined(legs, share, cosine -> span > 0 ? (cosine - lowest) / span : 1);
    }
  }

  /**
   * Reciprocal rank fusion, scaled so that first in both legs is 1; see Cormack, Clarke and
   * Büttcher, "Reciprocal Rank Fusion outperforms Condorcet" (2009).
   *
   * @param k how little the first ranks differ
   */
  record ReciprocalRank(int k) implements Fusion {
    @Override
    public Map<PaperId, Fused> fuse(LegScores legs) {
      Map<PaperId, Double> words = reciprocalRanks(legs.bm25());
      Map<PaperId, Double> meaning = reciprocalRanks(legs.cosines());
      Map<PaperId, Fused> fused = new HashMap<>();
      for (PaperId id : legs.candidates()) {
        double byWords = words.getOrDefault(id, 0.0);
        fused.put(id, new Fused(meaning.getOrDefault(id, byWords) / 2, byWords / 2));
      }
      return fused;
    }

    private Map<PaperId, Double> reciprocalRanks(Map<PaperId, Double> scores) {
      List<PaperId> bestFirst =
          scores.entrySet().stream()
              .sorted(
                  Map.Entry.<PaperId, Double>comparingByValue(Comparator.reverseOrder())
                      .thenComparing(Map.Entry.comparingByKey()))
              .map(Map.Entry::getKey)
              .toList();
      Map<PaperId, Double> reciprocal = new HashMap<>();
      for (PaperId id : bestFirst) {
        reciprocal.put(id, (k + 1.0) / (k + 1 + reciprocal.size()));
      }
      return reciprocal;
    }
  }

  private static Map<PaperId, Fused> combined(
      LegScores legs, double share, ToDoubleFunction<Double> scaled) {
    double bestBm25 = Hit.highest(legs.bm25().values());
    Map<PaperId, Fused> fused = new HashMap<>();
    for (PaperId id : legs.candidates()) {
      Double cosine = legs.cosines().get(id);
      double words = bestBm25 > 0 ? legs.bm25().getOrDefault(id, 0.0) / bestBm25 : 0;
      double meaning = cosine == null ? words : scaled.applyAsDouble(cosine);
      fused.put(id, new Fused(share * meaning, (1 - share) * words));
    }
    return fused;
  }
}
