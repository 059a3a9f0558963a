package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.paper.PaperId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The nearest example decides. A paper is as near as its nearest liked example, unless a disliked
 * one is nearer still: then it stands behind all others, by the difference.
 */
final class BestScorePreference implements Preference {
  /** Even of a hundred examples each brings a page and more. */
  private static final int CANDIDATES_AT_LEAST = 50;

  /**
   * @param background the example's mean cosine to random papers: some are near to everything
   */
  private record Pole(Embedding embedding, double background) {
    /** 1 for the same text, 0 for a random paper. */
    double nearness(Embedding paper) {
      double above = paper.cosine(embedding) - background;
      return background < 1 ? above / (1 - background) : above;
    }
  }

  private final List<Pole> liked;
  private final List<Pole> disliked;

  /**
   * @param positive one at least
   * @param random papers drawn at random
   */
  BestScorePreference(
      List<Embedding> positive, List<Embedding> negative, Collection<Embedding> random) {
    this.liked = poles(positive, random);
    this.disliked = poles(negative, random);
  }

  private static List<Pole> poles(List<Embedding> examples, Collection<Embedding> random) {
    return examples.stream()
        .map(example -> new Pole(example, Preference.background(example, random)))
        .toList();
  }

  /** The limit is shared out evenly among the liked examples. */
  @Override
  public CandidateSet candidates(IndexView view, int limit, Filter filter) {
    int each = Math.max(CANDIDATES_AT_LEAST, limit / liked.size());
    Set<PaperId> candidates = new HashSet<>();
    boolean isFull = false;
    for (Pole example : liked) {
      CandidateSet found = CandidateSet.of(view.nearest(example.embedding(), each, filter), each);
      candidates.addAll(found.ids());
      isFull |= found.isFull();
    }
    return new CandidateSet(candidates, isFull);
  }

  @Override
  public double nearness(Embedding paper) {
    double best = nearest(liked, paper);
    double worst = nearest(disliked, paper);
    return worst > best ? best - worst : Math.max(0, best);
  }

  private static double nearest(List<Pole> poles, Embedding paper) {
    return poles.stream()
        .mapToDouble(pole -> pole.nearness(paper))
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }
}
