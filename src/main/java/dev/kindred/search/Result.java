package dev.kindred.search;

import dev.kindred.paper.Paper;
import dev.kindred.search.relevance.Relevance;
import java.util.Optional;

/**
 * A paper in an answer.
 *
 * @param score orders the answer, and never rises down a list that is ordered by relevance;
 *     comparable within one answer only. For papers that are browsed it is 0.
 * @param relevance how probably it answers the query; none where there is no query
 * @param explanation how it got its place; there when asked for
 */
public record Result(
    Paper paper, double score, Optional<Relevance> relevance, Optional<Explanation> explanation) {
  /** A paper that is there without having been searched for. */
  public static Result of(Paper paper) {
    return new Result(paper, 0, Optional.empty(), Optional.empty());
  }
}
