package dev.kindred.index;

/**
 * A text to find papers by its words. Any text is fine, it has no syntax. A word counts as often as
 * the text has it.
 *
 * @param isQuestion whether somebody asks: then words may be names of authors, too, which count by
 *     half, and words that only ask ("show me papers on") count for nothing beside others
 * @param maxTerms of more different terms, those that tell most are taken: with the highest product
 *     of their frequency in the text and their idf in the collection
 */
public record Words(String text, boolean isQuestion, int maxTerms) {
  /** More terms than any question has. */
  private static final int ALL = 256;

  /** As many as Lucene's MoreLikeThis takes by default; more bring common words. */
  private static final int TELLING = 25;

  /** All words of a query. */
  public static Words of(String query) {
    return new Words(query, true, ALL);
  }

  /** The telling words of a paper, to find others that share them. */
  public static Words tellingOf(String text) {
    return new Words(text, false, TELLING);
  }
}
