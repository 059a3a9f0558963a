package dev.kindred.search.ranking;

import dev.kindred.paper.PaperId;
import java.util.Optional;

/**
 * A place in a ranked list, and what led to it.
 *
 * @param meaning none if the paper is not embedded, or meaning was not asked for
 * @param words none if the paper has none of the words; of no rank where the list goes by meaning
 *     alone
 * @param fused the parts of the score before the tier's bonus
 */
public record RankedHit(
    PaperId id, Tier tier, Optional<LegScore> meaning, Optional<LegScore> words, Fused fused) {
  /** Higher tiers first, then higher scores, then by id. */
  static int bestFirst(RankedHit one, RankedHit other) {
    int tiers = other.tier.compareTo(one.tier);
    int scores = tiers == 0 ? Double.compare(other.fused.score(), one.fused.score()) : tiers;
    return scores == 0 ? one.id.compareTo(other.id) : scores;
  }

  /** 0 to 3, in a list by meaning alone the cosine; orders one list. */
  public double score() {
    return tier.bonus() + fused.score();
  }
}
