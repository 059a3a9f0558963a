package dev.kindred.search.ranking;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The word of a query that decides, for hardly a paper has it. Pure arithmetic. */
final class RareWord {
  /** As many papers as may have a rare word in a collection of any size. */
  private static final int FEW = 5;

  /** In a large collection this share of the papers is few, too. */
  private static final double FEW_OF = 1e-4;

  /** So much of what the query's words tell together, in idf, a word has to carry. */
  private static final double TELLING = .4;

  private RareWord() {}

  /** Up to how many papers may have a rare word. */
  static int few(int papers) {
    return (int) Math.max(FEW, FEW_OF * papers);
  }

  /**
   * The query's rarest word if it is rare and telling; two if they are equally so. A word that no
   * paper has tells as much as the rarest that some have: one typing error takes nothing away, but
   * where most of a query is foreign to a collection, the little that is not decides nothing.
   *
   * @param papersWith in how many papers each of the query's words stands exactly
   * @param papers how many there are
   */
  static Set<String> of(Map<String, Integer> papersWith, int papers) {
    int rarest =
        papersWith.values().stream().filter(count -> count > 0).min(Integer::compare).orElse(0);
    double all =
        papersWith.values().stream()
            .mapToDouble(count -> idf(Math.max(count, rarest), papers))
            .sum();
    if (rarest == 0 || rarest > few(papers) || idf(rarest, papers) < TELLING * all) {
      return Set.of();
    }
    return papersWith.entrySet().stream()
        .filter(word -> word.getValue() == rarest)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** As BM25 has it. */
  private static double idf(int count, int papers) {
    return Math.log(1 + (papers - count + .5) / (count + .5));
  }
}
