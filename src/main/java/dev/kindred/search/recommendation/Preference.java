package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import java.util.Collection;

/** A judgement of papers by their vectors. */
sealed interface Preference permits MeanPreference, BestScorePreference {
  /** Those of the collection that this judges best, about so many, in no order. */
  CandidateSet candidates(IndexView view, int limit, Filter filter);

  /** How near a paper is: 0 like a random one or farther; below 0 nearer to what is disliked. */
  double nearness(Embedding paper);

  /** The mean cosine to papers drawn at random; 0 if there are none. */
  static double background(Embedding of, Collection<Embedding> random) {
    return random.stream().mapToDouble(of::cosine).average().orElse(0);
  }
}
