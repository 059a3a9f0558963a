package dev.kindred.search.sentence;

import dev.kindred.index.Token;
import dev.kindred.paper.sentence.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a query's words each sentence of an abstract has: BM25, with the sentences as its
 * collection but a word's weight as among all papers, over the sum of the weights. Pure arithmetic.
 */
final class SentenceWords {
  private static final double K1 = 1.2;

  /** Less than the usual .75: a long sentence is no worse an answer, as a long paper can be. */
  private static final double B = .3;

  private final Map<String, Integer> matches = new HashMap<>();
  private final int length;

  private SentenceWords(Span sentence) {
    this.length = sentence.end() - sentence.start();
  }

  /**
   * The share of each sentence, 0 to 1.
   *
   * @param matches the words of the whole abstract whose stems are the query's, in order
   * @param weights of the query's stems
   */
  static double[] coverage(List<Span> sentences, List<Token> matches, Map<String, Double> weights) {
    List<SentenceWords> counted = counted(sentences, matches);
    double meanLength = counted.stream().mapToInt(words -> words.length).average().orElse(1);
    double most = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    return counted.stream()
        .mapToDouble(words -> most > 0 ? words.bm25(weights, meanLength) / most : 0)
        .toArray();
  }

  private static List<SentenceWords> counted(List<Span> sentences, List<Token> matches) {
    List<SentenceWords> counted = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < sentences.size(); i++) {
      SentenceWords words = new SentenceWords(sentences.get(i));
      boolean isLast = i == sentences.size() - 1;
      for (; at < matches.size() && (isLast || isIn(sentences.get(i), matches.get(at))); at++) {
        matches.get(at).stem().ifPresent(stem -> words.matches.merge(stem, 1, Integer::sum));
      }
      counted.add(words);
    }
    return counted;
  }

  private static boolean isIn(Span sentence, Token token) {
    return token.start() < sentence.end();
  }

  private double bm25(Map<String, Double> weights, double meanLength) {
    double norm = K1 * (1 - B + B * length / meanLength);
    return matches.entrySet().stream()
        .mapToDouble(match ->
            weights.getOrDefault(match.getKey(), 0.0)
                * match.getValue()
                / (match.getValue() + norm))
        .sum();
  }
}
