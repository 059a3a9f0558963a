package dev.kindred.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Normalised discounted cumulative gain as trec_eval's {@code ndcg_cut} has it (Järvelin and
 * Kekäläinen 2002): the gain is the judgement itself, the discount log2(rank + 1), the ideal that
 * of all judged papers. A ranking counts in the order in which it was served, whatever its scores.
 */
final class DiscountedGain {
  private DiscountedGain() {}

  /**
   * 0 to 1; 0 if nothing is relevant.
   *
   * @param ranked the judgements of the papers found, best first; 0 where there is none
   * @param judgements of all papers that are judged
   */
  static double normalised(List<Integer> ranked, Collection<Integer> judgements, int depth) {
    List<Integer> ideal = judgements.stream().sorted(Comparator.reverseOrder()).toList();
    double best = discounted(ideal, depth);
    return best == 0 ? 0 : discounted(ranked, depth) / best;
  }

  private static double discounted(List<Integer> gains, int depth) {
    double sum = 0;
    for (int i = 0; i < Math.min(depth, gains.size()); i++) {
      sum += Math.max(0, gains.get(i)) * Math.log(2) / Math.log(i + 2.0);
    }
    return sum;
  }
}
