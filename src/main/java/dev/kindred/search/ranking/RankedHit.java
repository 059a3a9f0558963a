package dev.kindred.search.ranking;

import dev.kindred.paper.PaperId;
import java.util.Comparator;
import java.util.Optional;

/**
 * A place in a ranked list, and what led to it.
 *
 * @param meaning none if the paper is not embedded, or meaning was not asked for
 * @param words none if the paper has none of the words, or words were not asked for
 * @param fused the parts of the score before the tier's bonus
 */
public record RankedHit(
    PaperId id, Tier tier, Optional<LegScore> meaning, Optional<LegScore> words, Fused fused) {
  static final Comparator<RankedHit> BEST_FIRST =
      Comparator.comparing(RankedHit::tier)
          .thenComparingDouble(hit -> hit.fused().score())
          .reversed()
          .thenComparing(RankedHit::id);

  /** 0 to 3; orders one list. */
  public double score() {
    return tier.bonus() + fused.score();
  }
}
