package dev.kindred.search.ranking;

import java.util.Map;
import java.util.TreeMap;

/** The words of a query that decide, for hardly a paper has them. Pure arithmetic. */
final class RareWords {
  /** As many papers as may have a rare word in a collection of any size. */
  private static final int FEW = 5;

  /** In a large collection this share of the papers is few, too. */
  private static final double FEW_OF = 1e-4;

  /**
   * So much of what the query's words tell together, in idf, a paper's rare words have to carry.
   */
  private static final double TELLING = .4;

  private static final double ROUNDING = 1e-9;

  private RareWords() {}

  /** Up to how many papers may have a rare word. */
  static int few(int papers) {
    return (int) Math.max(FEW, FEW_OF * papers);
  }

  /**
   * The query's rare words that decide, and the share of what the query tells that each carries:
   * the rarest if it carries enough alone, else all, and none if they carry too little together. A
   * word that no paper has tells as much as the rarest that some have: one typing error takes
   * nothing away, but where most of a query is foreign to a collection, the little that is not
   * decides nothing.
   *
   * @param papersWith in how many papers each of the query's words stands exactly
   * @param papers how many there are
   */
  static Map<String, Double> shares(Map<String, Integer> papersWith, int papers) {
    int rarest =
        papersWith.values().stream().filter(count -> count > 0).min(Integer::compare).orElse(0);
    double all =
        papersWith.values().stream()
            .mapToDouble(count -> idf(Math.max(count, rarest), papers))
            .sum();
    Map<String, Double> shares = new TreeMap<>();
    papersWith.forEach((word, count) -> {
      if (isRare(word, count, papers)) {
        shares.put(word, idf(count, papers) / all);
      }
    });
    double highest = shares.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    if (isTelling(highest)) {
      shares.values().removeIf(share -> share < highest);
    }
    return isTelling(shares.values().stream().mapToDouble(Double::doubleValue).sum())
        ? shares
        : Map.of();
  }

  private static boolean isRare(String word, int count, int papers) {
    return count > 0 && count <= few(papers) && !isLetter(word);
  }

  /** A letter or digit alone stands for too much: a variable, a unit, an initial. */
  private static boolean isLetter(String word) {
    return word.length() == 1 && word.charAt(0) < 128;
  }

  /** Whether so large a share decides. */
  static boolean isTelling(double share) {
    return share >= TELLING - ROUNDING;
  }

  /** As BM25 has it. */
  private static double idf(int count, int papers) {
    return Math.log(1 + (papers - count + .5) / (count + .5));
  }
}
