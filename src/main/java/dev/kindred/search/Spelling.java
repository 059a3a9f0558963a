package dev.kindred.search;

import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.Token;
import dev.kindred.index.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Offers near words for those that no paper has, in any form. */
final class Spelling {
  private final IndexView view;

  Spelling(IndexView view) {
    this.view = view;
  }

  Optional<DidYouMean> of(String query) {
    List<Token> tokens = view.tokens(query);
    Map<String, Integer> papersWith =
        view.papersWithEach(tokens.stream().map(Token::exact).collect(Collectors.toSet()));
    List<DidYouMean.Word> words = new ArrayList<>();
    StringBuilder meant = new StringBuilder();
    int copied = 0;
    for (Token token : tokens) {
      boolean isThere = papersWith.getOrDefault(token.exact(), 0) > 0;
      Optional<String> near = isThere ? Optional.empty() : near(token);
      if (near.isPresent()) {
        words.add(new DidYouMean.Word(query.substring(token.start(), token.end()), near.get()));
        meant.append(query, copied, token.start()).append(near.get());
        copied = token.end();
      }
    }
    meant.append(query, copied, query.length());
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new DidYouMean(meant.toString(), words));
  }

  private Optional<String> near(Token token) {
    return token.stem().isPresent() && isInNoOtherForm(token.exact())
        ? view.nearWord(token.exact())
        : Optional.empty();
  }

  private boolean isInNoOtherForm(String word) {
    return view.matching(Words.of(word), 1, Filter.NONE).isEmpty();
  }
}
