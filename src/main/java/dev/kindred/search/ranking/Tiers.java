package dev.kindred.search.ranking;

import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.Token;
import dev.kindred.paper.PaperId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The papers of a collection that stand above what is merely found.
 *
 * @param of every paper that does
 * @param exactly the words or phrases for which papers are {@link Tier#RARE}
 */
public record Tiers(Map<PaperId, Tier> of, List<String> exactly) {
  static final Tiers NONE = new Tiers(Map.of(), List.of());

  public Tiers {
    of = Map.copyOf(of);
    exactly = List.copyOf(exactly);
  }

  Tier of(PaperId id) {
    return of.getOrDefault(id, Tier.FOUND);
  }

  Tiers withoutPapers() {
    return new Tiers(Map.of(), exactly);
  }

  /**
   * @param limit of papers in a tier; of more, those that match the words best are taken
   */
  static Tiers of(IndexView view, String query, Filter filter, int limit) {
    List<String> exactly = exactly(view, query);
    Map<PaperId, Tier> tiers = new HashMap<>();
    rare(view, query, exactly, filter, limit).forEach(id -> tiers.put(id, Tier.RARE));
    view.named(query, limit, filter).forEach(id -> tiers.put(id, Tier.NAMED));
    return new Tiers(tiers, exactly);
  }

  private static List<String> exactly(IndexView view, String query) {
    List<String> quoted = QuotedPhrases.in(query);
    if (!quoted.isEmpty()) {
      return quoted;
    }
    Set<String> words =
        view.tokens(query).stream()
            .filter(token -> token.stem().isPresent())
            .map(Token::exact)
            .collect(Collectors.toSet());
    return RareWord.of(view.papersWithEach(words), view.counts().papers()).stream()
        .sorted()
        .toList();
  }

  /** Quoted phrases must all be there; of equally rare words any will do. */
  private static Set<PaperId> rare(
      IndexView view, String query, List<String> exactly, Filter filter, int limit) {
    Set<PaperId> found = new LinkedHashSet<>();
    if (QuotedPhrases.in(query).isEmpty()) {
      exactly.forEach(word -> found.addAll(view.papersWith(word, limit, filter)));
    } else {
      found.addAll(view.papersWith(exactly.getFirst(), limit, filter));
      exactly.forEach(phrase -> found.retainAll(view.papersWith(phrase, found)));
    }
    return found;
  }
}
