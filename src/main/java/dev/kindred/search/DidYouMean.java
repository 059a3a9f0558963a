package dev.kindred.search;

import java.util.List;

/**
 * What a query may have meant, some of its words being in no paper. An offer: what was asked for is
 * what was searched for.
 *
 * @param query with the near words put in
 */
public record DidYouMean(String query, List<Word> words) {
  /**
   * A word in another's place.
   *
   * @param given as the query has it
   * @param near a word that papers have
   */
  public record Word(String given, String near) {}

  public DidYouMean {
    words = List.copyOf(words);
  }
}
