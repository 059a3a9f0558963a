package dev.kindred.search;

import dev.kindred.paper.Paper;
import dev.kindred.search.recommendation.Because;
import dev.kindred.search.recommendation.NearDuplicate;
import dev.kindred.search.relevance.Relevance;
import dev.kindred.search.sentence.Passage;
import java.util.List;
import java.util.Optional;

/**
 * A paper in an answer.
 *
 * @param score orders the answer, and never rises down a list that is ordered by relevance;
 *     comparable within one answer only. For papers that are browsed it is 0.
 * @param relevance how probably it answers the query; none where there is no query
 * @param passage where the query's words are, and the sentence that answers it; none where there is
 *     no query
 * @param explanation how it got its place; there when asked for
 * @param because the liked example it is there for; where papers are recommended by examples
 * @param also near-duplicates that it stands for
 */
public record Result(
    Paper paper,
    double score,
    Optional<Relevance> relevance,
    Optional<Passage> passage,
    Optional<Explanation> explanation,
    Optional<Because> because,
    List<NearDuplicate> also) {
  public Result {
    also = List.copyOf(also);
  }

  /** A paper that was searched for. */
  public Result(
      Paper paper,
      double score,
      Optional<Relevance> relevance,
      Optional<Passage> passage,
      Optional<Explanation> explanation) {
    this(paper, score, relevance, passage, explanation, Optional.empty(), List.of());
  }

  /** A paper that is there without a query. */
  public static Result of(Paper paper, double score) {
    return new Result(paper, score, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
