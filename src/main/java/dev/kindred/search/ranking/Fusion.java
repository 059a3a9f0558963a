package dev.kindred.search.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Makes one score, 0 to 1, of two. Pure arithmetic. A paper that is not embedded yet has no cosine:
 * its words stand for both legs, so that it takes part from the start.
 */
sealed interface Fusion {
  /** The fused scores of all candidates, by their places. */
  Fused[] fuse(LegScores legs);

  /**
   * A convex combination. A cosine counts from the query's noise, its mean cosine to random papers
   * (0), to the best one found (1), so that a leg in which nothing stands out adds little; BM25
   * from none of the words (0) to the best (1).
   *
   * @param share of meaning, 0 to 1
   */
  record AboveNoise(double share) implements Fusion {
    @Override
    public Fused[] fuse(LegScores legs) {
      double span = legs.highestCosine() - legs.noise();
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
    public Fused[] fuse(LegScores legs) {
      double lowest = legs.lowestCosine();
      double span = legs.highestCosine() - lowest;
      return combined(legs, share, cosine -> span > 0 ? (cosine - lowest) / span : 1);
    }
  }

  /**
   * Reciprocal rank fusion, scaled so that first in both legs is 1; see Cormack, Clarke and
   * Büttcher, "Reciprocal Rank Fusion outperforms Condorcet" (2009). Equal scores have an equal
   * rank: one more than there are higher ones.
   *
   * @param k how little the first ranks differ
   */
  record ReciprocalRank(int k) implements Fusion {
    @Override
    public Fused[] fuse(LegScores legs) {
      double[] words = reciprocalRanks(legs.size(), place -> legs.bm25(place) > 0, legs::bm25);
      double[] meaning = reciprocalRanks(legs.size(), legs::hasCosine, legs::cosine);
      return each(
          legs.size(),
          place ->
              new Fused(
                  (legs.hasCosine(place) ? meaning[place] : words[place]) / 2, words[place] / 2));
    }

    /** 0 for a candidate that takes no part. */
    private double[] reciprocalRanks(int size, IntPredicate takesPart, IntToDoubleFunction score) {
      int[] bestFirst =
          IntStream.range(0, size)
              .filter(takesPart)
              .boxed()
              .sorted(Comparator.comparingDouble(score::applyAsDouble).reversed())
              .mapToInt(Integer::intValue)
              .toArray();
      double[] reciprocal = new double[size];
      int higher = 0;
      for (int i = 0; i < bestFirst.length; i++) {
        boolean isTied =
            i > 0 && score.applyAsDouble(bestFirst[i]) == score.applyAsDouble(bestFirst[i - 1]);
        higher = isTied ? higher : i;
        reciprocal[bestFirst[i]] = (k + 1.0) / (k + 1 + higher);
      }
      return reciprocal;
    }
  }

  private static Fused[] combined(LegScores legs, double share, DoubleUnaryOperator scaled) {
    double bestBm25 = legs.highestBm25();
    return each(
        legs.size(),
        place -> {
          double words = bestBm25 > 0 ? legs.bm25(place) / bestBm25 : 0;
          double meaning = legs.hasCosine(place) ? scaled.applyAsDouble(legs.cosine(place)) : words;
          return new Fused(share * meaning, (1 - share) * words);
        });
  }

  private static Fused[] each(int size, IntFunction<Fused> fused) {
    Fused[] all = new Fused[size];
    Arrays.setAll(all, fused);
    return all;
  }
}
