package dev.kindred.evaluation;

import dev.kindred.search.SearchMode;
import java.util.List;

/**
 * What one mode made of all queries, in their order.
 *
 * @param ndcgInterval of the mean nDCG@10
 */
public record ModeResult(
    SearchMode mode, List<RankedQuery> queries, Scores mean, Interval ndcgInterval) {
  public ModeResult {
    queries = List.copyOf(queries);
  }

  static ModeResult of(SearchMode mode, List<RankedQuery> queries, long seed) {
    Scores mean = Scores.mean(queries.stream().map(RankedQuery::scores).toList());
    return new ModeResult(mode, queries, mean, Interval.ofMean(ndcg(queries), seed));
  }

  double[] ndcg() {
    return ndcg(queries);
  }

  private static double[] ndcg(List<RankedQuery> queries) {
    return queries.stream().mapToDouble(query -> query.scores().ndcg()).toArray();
  }
}
