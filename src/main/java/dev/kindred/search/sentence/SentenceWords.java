package dev.kindred.search.sentence;

import dev.kindred.index.Token;
import dev.kindred.paper.sentence.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much of a query's words each sentence of an abstract has: BM25, with the sentences as its
 * collection but a word's weight as among all papers, over the sum of the weights. Pure arithmetic.
 */
final class SentenceWords {
  private static final double K1 = 1.2;

  /** Less than the usual .75: a long sentence is no worse an answer, as a long paper can be. */
  private static final double B = .3;

  private SentenceWords() {}

  /**
   * The share of each sentence, 0 to 1.
   *
   * @param tokens of the whole abstract, in order
   * @param weights of the query's stems
   */
  static double[] coverage(List<Span> sentences, List<Token> tokens, Map<String, Double> weights) {
    int[] lengths = new int[sentences.size()];
    List<Map<String, Integer>> matched =
        Stream.<Map<String, Integer>>generate(HashMap::new).limit(lengths.length).toList();
    int at = 0;
    for (Token token : tokens) {
      while (at < lengths.length - 1 && token.start() >= sentences.get(at).end()) {
        at++;
      }
      lengths[at]++;
      Map<String, Integer> counts = matched.get(at);
      token
          .stem()
          .filter(weights::containsKey)
          .ifPresent(stem -> counts.merge(stem, 1, Integer::sum));
    }
    double meanLength = Arrays.stream(lengths).average().orElse(0);
    double most = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    double[] coverage = new double[lengths.length];
    for (int i = 0; i < coverage.length; i++) {
      double length = meanLength > 0 ? lengths[i] / meanLength : 1;
      coverage[i] = most > 0 ? bm25(matched.get(i), weights, length) / most : 0;
    }
    return coverage;
  }

  private static double bm25(
      Map<String, Integer> counts, Map<String, Double> weights, double relativeLength) {
    double norm = K1 * (1 - B + B * relativeLength);
    return counts.entrySet().stream()
        .mapToDouble(match ->
            weights.getOrDefault(match.getKey(), 0.0)
                * match.getValue()
                / (match.getValue() + norm))
        .sum();
  }
}
