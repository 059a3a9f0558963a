package dev.kindred.search.sentence;

import java.util.Arrays;

/**
 * Which sentence of an abstract answers a query best: by its words, its place, and, where it is
 * known, its meaning, all on the scale of words. Pure arithmetic. How the numbers were found:
 * {@code src/docs/relevance.md}.
 */
final class SentenceChoice {
  /**
   * What the place can outweigh: half a word of a question of two, two words of a claim of nine. It
   * was measured on claims of biomedicine only, so the least that does for those.
   */
  private static final double PLACE = .12;

  /** The beginning of an abstract sets the scene; from a good half on, every place is as good. */
  private static final double SCENE = .1;

  private static final double MATTER = .6;

  /** For each standard deviation among the cosines of the abstract's sentences. */
  private static final double MEANING = .04;

  private SentenceChoice() {}

  /**
   * The number of the best sentence, the first of equals.
   *
   * @param coverage of each sentence, one at least
   */
  static int byWordsAndPlace(double[] coverage) {
    double[] none = new double[coverage.length];
    return byWordsPlaceAndMeaning(coverage, none);
  }

  /**
   * The number of the best sentence, the first of equals.
   *
   * @param coverage of each sentence, one at least
   * @param cosines of each with the query
   */
  static int byWordsPlaceAndMeaning(double[] coverage, double[] cosines) {
    double mean = Arrays.stream(cosines).average().orElseThrow();
    double deviation =
        Math.sqrt(Arrays.stream(cosines).map(c -> (c - mean) * (c - mean)).average().orElseThrow());
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < coverage.length; i++) {
      double meaning = deviation > 0 ? (cosines[i] - mean) / deviation : 0;
      double score = coverage[i] + PLACE * place(i, coverage.length) + MEANING * meaning;
      if (score > highest) {
        best = i;
        highest = score;
      }
    }
    return best;
  }

  private static double place(int sentence, int sentences) {
    double place = sentences > 1 ? (double) sentence / (sentences - 1) : 0;
    return Math.clamp((place - SCENE) / (MATTER - SCENE), 0, 1);
  }
}
