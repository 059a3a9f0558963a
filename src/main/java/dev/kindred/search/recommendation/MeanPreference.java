package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import java.util.Collection;
import java.util.List;

/**
 * One vector for all: the mean of what is liked, less a share of the mean of what is not, of unit
 * length again (Rocchio, "Relevance Feedback in Information Retrieval", 1971).
 */
final class MeanPreference implements Preference {
  /** More of it turns away from what both have in common, too, such as their field. */
  static final double SHARE_OF_NEGATIVE = .25;

  private final Embedding direction;
  private final double background;

  /**
   * @param positive one at least
   * @param random papers drawn at random
   */
  MeanPreference(List<Embedding> positive, List<Embedding> negative, Collection<Embedding> random) {
    this.direction = direction(positive, negative);
    this.background = Preference.background(direction, random);
  }

  static Embedding direction(List<Embedding> positive, List<Embedding> negative) {
    float[] sum = new float[positive.getFirst().dimension()];
    add(positive, 1, sum);
    if (!negative.isEmpty()) {
      add(negative, -SHARE_OF_NEGATIVE, sum);
    }
    return Embedding.normalised(sum);
  }

  private static void add(List<Embedding> embeddings, double share, float[] sum) {
    for (Embedding embedding : embeddings) {
      float[] values = embedding.toArray();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += (float) (share / embeddings.size() * values[i]);
      }
    }
  }

  @Override
  public CandidateSet candidates(IndexView view, int limit, Filter filter) {
    return CandidateSet.of(view.nearest(direction, limit, filter), limit);
  }

  @Override
  public double nearness(Embedding paper) {
    return Math.max(0, paper.cosine(direction) - background);
  }
}
