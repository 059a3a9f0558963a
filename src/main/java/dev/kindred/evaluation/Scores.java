package dev.kindred.evaluation;

import dev.kindred.paper.PaperId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How good a ranking is, each from 0 to 1.
 *
 * @param ndcg nDCG@10
 * @param recall recall@100: the share of the relevant papers that are among the first hundred
 * @param reciprocalRank MRR@10: 1 by the rank of the first relevant paper, 0 beyond ten
 */
public record Scores(double ndcg, double recall, double reciprocalRank) {
  static final int TOP = 10;
  static final int RECALL_DEPTH = 100;

  /** Of one ranking, best first; all 0 if no paper is relevant. */
  static Scores of(List<PaperId> ranked, Map<PaperId, Integer> judgements) {
    List<Integer> found = ranked.stream().map(id -> judgements.getOrDefault(id, 0)).toList();
    return new Scores(
        DiscountedGain.normalised(found, judgements.values(), TOP),
        recall(found, judgements.values()),
        reciprocalRank(found));
  }

  private static double recall(List<Integer> found, Collection<Integer> judgements) {
    double relevant = relevant(judgements);
    int depth = Math.min(RECALL_DEPTH, found.size());
    return relevant == 0 ? 0 : relevant(found.subList(0, depth)) / relevant;
  }

  private static double relevant(Collection<Integer> judgements) {
    return judgements.stream().filter(judgement -> judgement > 0).count();
  }

  private static double reciprocalRank(List<Integer> found) {
    for (int i = 0; i < Math.min(TOP, found.size()); i++) {
      if (found.get(i) > 0) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  /** The mean of each over queries, of which there is at least one. */
  static Scores mean(Collection<Scores> scores) {
    return new Scores(
        mean(scores, Scores::ndcg),
        mean(scores, Scores::recall),
        mean(scores, Scores::reciprocalRank));
  }

  private static double mean(Collection<Scores> scores, ToDoubleFunction<Scores> one) {
    return scores.stream().mapToDouble(one).average().orElseThrow();
  }
}
