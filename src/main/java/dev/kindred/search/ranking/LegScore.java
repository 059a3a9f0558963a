package dev.kindred.search.ranking;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one leg says of a hit.
 *
 * @param rank in that leg's own list, from 1; none if it is there by the other leg
 * @param value the cosine, or BM25
 */
public record LegScore(OptionalInt rank, double value) {
  /**
   * @param rank 0 for none
   * @param isThere whether the leg says something of the hit
   */
  static Optional<LegScore> of(int rank, boolean isThere, double value) {
    return isThere
        ? Optional.of(new LegScore(rank == 0 ? OptionalInt.empty() : OptionalInt.of(rank), value))
        : Optional.empty();
  }
}
