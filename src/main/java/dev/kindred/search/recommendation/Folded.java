package dev.kindred.search.recommendation;

import dev.kindred.index.Hit;
import java.util.List;

/**
 * A paper of a list, and those behind it that are the same but for version or wording.
 *
 * @param also in the order of the list
 */
public record Folded(Hit hit, List<NearDuplicate> also) {
  public Folded {
    also = List.copyOf(also);
  }
}
