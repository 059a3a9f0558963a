package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How much the papers of a list are to differ from each other: 0 not at all, 1 as much as they can.
 * Pure arithmetic; an invalid one cannot exist.
 *
 * <p>Orders by maximal marginal relevance (Carbonell and Goldstein, "The Use of MMR,
 * Diversity-Based Reranking", 1998): next comes the paper with the highest {@code (1 - share) ·
 * relevance + share · (1 - similarity)}, where relevance is its score scaled to 0..1 over the list,
 * and similarity that to the most similar paper before it, 0 for two average papers of the list.
 */
public record Diversity(double share) {
  public static final Diversity NONE = new Diversity(0);

  /** Behind so many the order is that of relevance: nobody pages there for variety. */
  public static final int REORDERED = 300;

  public Diversity {
    if (!(share >= 0 && share <= 1)) {
      throw new InvalidRequest("diversity is %s; it must be 0 to 1".formatted(share));
    }
  }

  /**
   * The same papers in another order, their scores replaced by the value above, which never rises.
   * The first stays the first. Without diversity nothing changes.
   *
   * @param hits best first
   * @param vectors of those that have one; the others differ from everything
   */
  public List<Hit> order(List<Hit> hits, Map<PaperId, Embedding> vectors) {
    if (share == 0 || hits.size() < 2) {
      return hits;
    }
    double best = hits.getFirst().score();
    double span = best - hits.getLast().score();
    List<Hit> scaled =
        hits.stream()
            .map(hit -> new Hit(hit.id(), span > 0 ? 1 - (best - hit.score()) / span : 1))
            .toList();
    int reordered = Math.min(REORDERED, hits.size());
    List<Hit> ordered =
        new ArrayList<>(
            new MarginalRelevance(share, scaled.subList(0, reordered), vectors).order());
    double last = ordered.getLast().score();
    for (Hit hit : scaled.subList(reordered, hits.size())) {
      ordered.add(new Hit(hit.id(), Math.min(last, (1 - share) * hit.score())));
    }
    return ordered;
  }
}
