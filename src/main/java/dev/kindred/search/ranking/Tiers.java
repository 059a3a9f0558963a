package dev.kindred.search.ranking;

import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.Token;
import dev.kindred.paper.PaperId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
 * @param notFound those of these that no paper holds which the filter leaves
 */
public record Tiers(Map<PaperId, Tier> of, List<String> exactly, List<String> notFound) {
  /** Nothing in a longer query carries two fifths of it. */
  private static final int MOST_WORDS = 256;

  static final Tiers NONE = new Tiers(Map.of(), List.of(), List.of());

  public Tiers {
    of = Map.copyOf(of);
    exactly = List.copyOf(exactly);
    notFound = List.copyOf(notFound);
  }

  Tier of(PaperId id) {
    return of.getOrDefault(id, Tier.FOUND);
  }

  Tiers withoutPapers() {
    return new Tiers(Map.of(), exactly, notFound);
  }

  /**
   * @param limit of papers in a tier; of more, those that match the words best are taken
   */
  static Tiers of(IndexView view, String query, Filter filter, int limit) {
    List<String> quoted = QuotedPhrases.in(query);
    boolean isQuoted = !quoted.isEmpty();
    Map<String, List<PaperId>> holding = new LinkedHashMap<>();
    for (String words : isQuoted ? quoted : rareWords(view, query)) {
      holding.put(words, view.papersWith(words, limit, filter));
    }
    Map<PaperId, Tier> tiers = new HashMap<>();
    Set<PaperId> rare = isQuoted ? withAll(view, holding) : withAny(holding);
    rare.forEach(id -> tiers.put(id, Tier.RARE));
    view.named(query, limit, filter).forEach(id -> tiers.put(id, Tier.NAMED));
    return new Tiers(tiers, List.copyOf(holding.keySet()), inNone(holding));
  }

  private static List<String> rareWords(IndexView view, String query) {
    Set<String> words =
        view.tokens(query).stream()
            .filter(token -> token.stem().isPresent())
            .map(Token::exact)
            .distinct()
            .limit(MOST_WORDS)
            .collect(Collectors.toSet());
    return RareWord.of(view.papersWithEach(words), view.counts().papers()).stream()
        .sorted()
        .toList();
  }

  /** Equally rare words are as good as each other. */
  private static Set<PaperId> withAny(Map<String, List<PaperId>> holding) {
    return holding.values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<String> inNone(Map<String, List<PaperId>> holding) {
    return holding.entrySet().stream()
        .filter(words -> words.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** From the phrase that fewest hold, so that the limit cuts off as little as can be. */
  private static Set<PaperId> withAll(IndexView view, Map<String, List<PaperId>> holding) {
    List<PaperId> fewest =
        holding.values().stream().min(Comparator.comparingInt(List::size)).orElse(List.of());
    Set<PaperId> all = new LinkedHashSet<>(fewest);
    holding.keySet().forEach(phrase -> all.retainAll(view.papersWith(phrase, all)));
    return all;
  }
}
