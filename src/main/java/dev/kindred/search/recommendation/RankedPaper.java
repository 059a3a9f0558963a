package dev.kindred.search.recommendation;

import dev.kindred.paper.PaperId;
import java.util.List;

/**
 * A paper of a ranked list.
 *
 * @param score never rises down the list. With a diversity it is the value that {@link Diversity}
 *     orders by. Otherwise it is the mixture of nearness and shared words, 1 for a paper that has
 *     most of both; below 0 for one that is nearer to a disliked example than to every liked one.
 * @param also near-duplicates that it stands for
 */
public record RankedPaper(PaperId id, double score, List<NearDuplicate> also) {
  public RankedPaper {
    also = List.copyOf(also);
  }
}
