package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Chooses papers one after the other. Remembers for each that is left how similar it is to the most
 * similar chosen one, so that n papers cost n²/2 cosines. Used once, by one thread.
 */
final class MarginalRelevance {
  private final double share;
  private final List<Hit> hits;
  private final VectorTable vectors;
  private final double[] similarity;
  private final boolean[] chosen;

  /**
   * @param hits best first, scores of 0 to 1
   */
  MarginalRelevance(double share, List<Hit> hits, Map<PaperId, Embedding> vectors) {
    this.share = share;
    this.hits = hits;
    this.vectors = new VectorTable(hits.stream().map(Hit::id).toList(), vectors);
    this.similarity = new double[hits.size()];
    this.chosen = new boolean[hits.size()];
  }

  /** All of them. Values never rise: those of the papers left only fall with each one chosen. */
  List<Hit> order() {
    List<Hit> ordered = new ArrayList<>();
    int next = 0;
    while (ordered.size() < hits.size()) {
      ordered.add(new Hit(hits.get(next).id(), value(next)));
      choose(next);
      next = best();
    }
    return ordered;
  }

  private double value(int paper) {
    return (1 - share) * hits.get(paper).score() + share * (1 - similarity[paper]);
  }

  private void choose(int paper) {
    chosen[paper] = true;
    for (int other = 0; other < similarity.length; other++) {
      if (!chosen[other]) {
        similarity[other] = Math.clamp(vectors.similarity(paper, other), similarity[other], 1);
      }
    }
  }

  /** Of equals the more relevant. */
  private int best() {
    int best = 0;
    for (int paper = 0; paper < chosen.length; paper++) {
      if (!chosen[paper] && (chosen[best] || value(paper) > value(best))) {
        best = paper;
      }
    }
    return best;
  }
}
