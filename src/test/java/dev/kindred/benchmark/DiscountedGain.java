package dev.kindred.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Normalised discounted cumulative gain as trec_eval's {@code ndcg_cut} has it: the gain is the
 * judgement itself, the discount log2(rank + 1), and of equal scores the greater id comes first.
 */
final class DiscountedGain {
  private DiscountedGain() {}

  /** Of a ranking by falling score, cut at a depth; 0 if nothing is relevant. */
  static double normalised(Map<String, Double> scores, Map<String, Integer> judgements, int depth) {
    List<Integer> gains =
        scores.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey())
                    .reversed())
            .limit(depth)
            .map(entry -> judgements.getOrDefault(entry.getKey(), 0))
            .toList();
    List<Integer> ideal =
        judgements.values().stream().sorted(Comparator.reverseOrder()).limit(depth).toList();
    double best = discounted(ideal);
    return best == 0 ? 0 : discounted(gains) / best;
  }

  private static double discounted(List<Integer> gains) {
    double sum = 0;
    for (int i = 0; i < gains.size(); i++) {
      sum += Math.max(0, gains.get(i)) * Math.log(2) / Math.log(i + 2.0);
    }
    return sum;
  }
}
