package dev.kindred.search;

/**
 * What is wanted of a list that has been made.
 *
 * @param isExplained whether each hit tells how it got its place
 * @param hasExactSentences whether the sentence that answers is looked for with vectors made now,
 *     which takes a while
 */
public record Showing(Page page, boolean isExplained, boolean hasExactSentences) {
  public static Showing of(Page page) {
    return new Showing(page, false, false);
  }
}
