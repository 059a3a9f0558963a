package dev.kindred.search.recommendation;

import dev.kindred.paper.PaperId;
import java.util.Collection;

/**
 * A paper that is the same as another but for version or wording.
 *
 * @param similarity how much of the wording they share, .75 to 1; where the titles are the same,
 *     that share of the last quarter
 */
public record NearDuplicate(PaperId id, double similarity) {
  /** Of one and the objects around it, without the characters of its id. */
  private static final int OWN_BYTES = 90;

  /** How much room some of them take, roughly. */
  public static long bytes(Collection<NearDuplicate> some) {
    return some.stream()
        .mapToLong(one -> OWN_BYTES + (long) Character.BYTES * one.id().value().length())
        .sum();
  }
}
