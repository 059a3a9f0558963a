package dev.kindred.search;

import dev.kindred.index.IndexView;
import dev.kindred.index.Token;
import dev.kindred.index.Words;
import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words of a query, to be looked for in papers.
 *
 * @param weights what each stem can add to BM25
 */
record QueryWords(IndexView view, List<Token> tokens, Map<String, Double> weights) {
  static QueryWords of(IndexView view, String query) {
    return new QueryWords(view, view.tokens(query), view.weights(Words.of(query)));
  }

  /** Those that a paper has, and where; each once, those that tell most first. */
  List<MatchedWord> in(Paper paper) {
    List<Token> title = view.tokens(paper.title());
    List<Token> text = view.tokens(paper.abstractText());
    List<Token> names =
        view.tokens(paper.authors().stream().map(Author::name).collect(Collectors.joining("; ")));
    Map<String, MatchedWord> matched = new LinkedHashMap<>();
    for (Token token : tokens) {
      token
          .stem()
          .filter(weights::containsKey)
          .ifPresent(stem -> {
            MatchedWord word =
                new MatchedWord(
                    token.exact(),
                    stem,
                    Objects.requireNonNull(weights.get(stem)),
                    stems(stem, title),
                    stems(stem, text),
                    exactly(token.exact(), names));
            if (word.title() + word.abstractText() + word.authors() > 0) {
              matched.putIfAbsent(stem, word);
            }
          });
    }
    List<MatchedWord> words = new ArrayList<>(matched.values());
    words.sort((one, other) -> Double.compare(other.weight(), one.weight()));
    return words;
  }

  private static int stems(String stem, List<Token> tokens) {
    return (int) tokens.stream().filter(token -> token.stem().equals(Optional.of(stem))).count();
  }

  private static int exactly(String word, List<Token> tokens) {
    return (int) tokens.stream().filter(token -> token.exact().equals(word)).count();
  }
}
