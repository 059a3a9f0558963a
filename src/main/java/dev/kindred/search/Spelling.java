package dev.kindred.search;

import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.Token;
import dev.kindred.index.Words;
import dev.kindred.search.ranking.TellingWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Offers near words for those that no paper has, in any form. */
final class Spelling {
  /**
   * To look for near words costs far more than to search; a query has hardly more typing errors.
   */
  private static final int MOST_WORDS = 3;

  /** Of a longer query the end is not looked at. */
  private static final int LOOKED_UP = 256;

  private final IndexView view;

  Spelling(IndexView view) {
    this.view = view;
  }

  /** For the first words that are nowhere, if anything is near one of them. */
  Optional<DidYouMean> of(String query) {
    List<Token> tokens = view.tokens(query);
    Map<String, String> near = near(query, tokens);
    if (near.isEmpty()) {
      return Optional.empty();
    }
    Map<String, DidYouMean.Word> words = new LinkedHashMap<>();
    StringBuilder meant = new StringBuilder();
    int copied = 0;
    for (Token token : tokens) {
      String better = near.get(token.exact());
      if (better != null) {
        String given = query.substring(token.start(), token.end());
        words.putIfAbsent(token.exact(), new DidYouMean.Word(given, better));
        meant.append(query, copied, token.start()).append(inCaseOf(given, better));
        copied = token.end();
      }
    }
    meant.append(query, copied, query.length());
    return Optional.of(new DidYouMean(meant.toString(), List.copyOf(words.values())));
  }

  /** So that names stay names. */
  private static String inCaseOf(String given, String word) {
    if (given.equals(given.toUpperCase(Locale.ROOT))) {
      return word.toUpperCase(Locale.ROOT);
    }
    return Character.isUpperCase(given.codePointAt(0))
        ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
        : word;
  }

  private Map<String, String> near(String query, List<Token> tokens) {
    List<String> words =
        TellingWords.in(view, query, tokens).stream().distinct().limit(LOOKED_UP).toList();
    Map<String, Integer> papers = view.papersWithEach(words);
    Map<String, String> near = new LinkedHashMap<>();
    words.stream()
        .filter(word -> papers.getOrDefault(word, 0) == 0)
        .limit(MOST_WORDS)
        .filter(this::isNowhere)
        .forEach(word -> view.nearWord(word).ifPresent(found -> near.put(word, found)));
    return near;
  }

  private boolean isNowhere(String word) {
    return view.matching(Words.of(word), 1, Filter.NONE).isEmpty();
  }
}
