package dev.kindred.index;

import dev.kindred.paper.PaperId;
import java.util.Collection;
import java.util.Comparator;

/** A paper found, with the score of whatever found it (cosine or BM25; higher is better). */
public record Hit(PaperId id, double score) {
  /** Ties by id. */
  public static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id);

  /** The highest of some scores; 0 of none. */
  public static double highest(Collection<Double> scores) {
    return scores.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
