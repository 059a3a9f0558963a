package dev.kindred.search.ranking;

import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.Token;
import dev.kindred.index.Words;
import dev.kindred.paper.PaperId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody whom a query names, by a part of the name: its words are in the names of authors and
 * hardly in papers otherwise.
 */
final class NamedAuthor {
  /** In chars; a longer query is no name. */
  private static final int LONGEST_NAME = 80;

  private NamedAuthor() {}

  /**
   * The papers of whoever is named, those first that match the query's words best; none if it names
   * nobody. The words that tell something may stand among such that only ask, and two may be in
   * either order.
   */
  static List<PaperId> papers(IndexView view, String query, Filter filter, int limit) {
    if (query.length() > LONGEST_NAME) {
      return List.of();
    }
    return ways(view, query).stream()
        .filter(name -> isName(view, name))
        .findFirst()
        .map(name -> new Filter.All(List.of(new Filter.AuthorName(name), filter)))
        .map(authors -> view.matching(Words.of(query), limit, authors))
        .orElse(List.of())
        .stream()
        .map(Hit::id)
        .toList();
  }

  /** The names that the query may be, each once. */
  static List<String> ways(IndexView view, String query) {
    List<Token> tokens = view.tokens(query);
    List<String> telling = TellingWords.in(view, query, tokens);
    Stream<List<String>> orders =
        telling.size() == 2 ? Stream.of(telling, telling.reversed()) : Stream.of(telling);
    return Stream.concat(Stream.of(tokens.stream().map(Token::exact).toList()), orders)
        .map(words -> String.join(" ", words))
        .distinct()
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static boolean isName(IndexView view, String name) {
    int papers = view.count(new Filter.AuthorName(name));
    int mostlyAName = 2 * papers;
    return papers > 0 && view.papersWith(name, mostlyAName + 1, Filter.NONE).size() <= mostlyAName;
  }
}
