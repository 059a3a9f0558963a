package dev.kindred.search.ranking;

import dev.kindred.index.IndexView;
import dev.kindred.index.Token;
import dev.kindred.index.Words;
import java.util.List;
import java.util.Set;

/** The words of a query that papers are matched by: none that only ask, and no stop words. */
public final class TellingWords {
  private TellingWords() {}

  /**
   * In order, each as often as the query has it, as {@link Token#exact()} has them.
   *
   * @param tokens of the query
   */
  public static List<String> in(IndexView view, String query, List<Token> tokens) {
    Set<String> stems = view.weights(Words.of(query)).keySet();
    return tokens.stream()
        .filter(token -> token.stem().filter(stems::contains).isPresent())
        .map(Token::exact)
        .toList();
  }
}
