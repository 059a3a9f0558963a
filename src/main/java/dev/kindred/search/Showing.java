package dev.kindred.search;

import dev.kindred.search.sentence.SentenceWish;

/**
 * What is wanted of a list that has been made.
 *
 * @param isExplained whether each hit tells how it got its place
 * @param sentences how much may be done to find the sentence that answers
 */
public record Showing(Page page, boolean isExplained, SentenceWish sentences) {
  public static Showing of(Page page) {
    return new Showing(page, false, SentenceWish.AS_AVAILABLE);
  }
}
