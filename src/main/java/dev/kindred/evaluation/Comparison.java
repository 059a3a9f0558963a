package dev.kindred.evaluation;

/**
 * How much better one mode is than another on the same queries, in nDCG@10.
 *
 * @param difference of the means, the first mode's less the second's
 * @param p how likely chance alone makes a difference at least as large, either way
 */
public record Comparison(ModePair modes, double difference, Interval interval, double p) {
  static Comparison of(ModeResult first, ModeResult second, long seed) {
    double[] differences = first.ndcg();
    double[] others = second.ndcg();
    for (int i = 0; i < differences.length; i++) {
      differences[i] -= others[i];
    }
    return new Comparison(
        new ModePair(first.mode(), second.mode()),
        first.mean().ndcg() - second.mean().ndcg(),
        Interval.ofMean(differences, seed),
        SignFlips.p(differences, seed));
  }
}
