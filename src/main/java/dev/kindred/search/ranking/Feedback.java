package dev.kindred.search.ranking;

import dev.kindred.embedding.Embedding;
import java.util.Collection;

/**
 * One round of vector feedback: the query moves towards the first papers it found, and all
 * candidates are fused again. After Rocchio, "Relevance Feedback in Information Retrieval" (1971).
 *
 * @param papers how many of the first are taken to be relevant
 * @param weight of their mean; the query keeps the rest
 * @param fusion of the second round
 */
record Feedback(int papers, double weight, Fusion fusion) {
  /** The query between itself and the mean of some papers' vectors; of none, it stays. */
  Embedding moved(Embedding query, Collection<Embedding> first) {
    if (first.isEmpty()) {
      return query;
    }
    float[] mean = new float[query.dimension()];
    for (Embedding paper : first) {
      add(mean, paper.toArray(), 1);
    }
    float[] moved = new float[query.dimension()];
    add(moved, query.toArray(), 1 - weight);
    double length = Math.sqrt(dot(mean, mean));
    if (length > 0) {
      add(moved, mean, weight / length);
    }
    return Embedding.normalised(moved);
  }

  private static void add(float[] sum, float[] vector, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (float) (factor * vector[i]);
    }
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
