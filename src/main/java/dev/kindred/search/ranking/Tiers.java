package dev.kindred.search.ranking;

import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.Token;
import dev.kindred.paper.PaperId;
import dev.kindred.search.ranking.CompoundWords.Compound;
import java.util.ArrayList;
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
 * @param exactly the rare words or phrases by which papers are {@link Tier#RARE}
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

  Tiers withoutPapers() {
    return new Tiers(Map.of(), exactly, notFound);
  }

  /**
   * @param limit of papers in a tier; of more, those that match the words best are taken
   */
  static Tiers of(IndexView view, String query, Filter filter, int limit) {
    List<String> quoted = QuotedPhrases.in(query);
    Tiers rare =
        quoted.isEmpty()
            ? withRareWords(view, rareWords(view, query), filter, limit)
            : withPhrases(view, quoted, filter, limit);
    Map<PaperId, Tier> tiers = new HashMap<>(rare.of());
    if (quoted.isEmpty()) {
      NamedAuthor.papers(view, query, filter, limit).forEach(id -> tiers.put(id, Tier.RARE));
    }
    view.named(query, limit, filter).forEach(id -> tiers.put(id, Tier.NAMED));
    return new Tiers(tiers, rare.exactly(), rare.notFound());
  }

  private static Map<String, Double> rareWords(IndexView view, String query) {
    List<Token> tokens = view.tokens(query);
    Set<String> words =
        TellingWords.in(view, query, tokens).stream()
            .distinct()
            .limit(MOST_WORDS)
            .collect(Collectors.toSet());
    int papers = view.counts().papers();
    Map<String, Integer> counts = new HashMap<>(view.papersWithEach(words));
    Map<String, Double> deciding = RareWords.shares(counts, papers);
    if (deciding.values().stream().anyMatch(RareWords::isTelling)) {
      return deciding;
    }
    CompoundWords.in(query, tokens)
        .forEach(compound -> countAsOne(compound, RareWords.few(papers), view, counts));
    return RareWords.shares(counts, papers);
  }

  /** Where only few papers have a compound, it tells what its parts do not. */
  private static void countAsOne(
      Compound compound, int few, IndexView view, Map<String, Integer> counts) {
    int holding = view.papersWith(compound.text(), few + 1, Filter.NONE).size();
    if (holding > 0 && holding <= few) {
      compound.parts().forEach(counts::remove);
      counts.put(compound.text(), holding);
    }
  }

  /** Those that hold enough of them: one that tells much, or several that tell much together. */
  private static Tiers withRareWords(
      IndexView view, Map<String, Double> shares, Filter filter, int limit) {
    Map<PaperId, Double> held = new HashMap<>();
    List<String> notFound = new ArrayList<>();
    shares.forEach((word, share) -> {
      List<PaperId> holding = view.papersWith(word, limit, filter);
      holding.forEach(id -> held.merge(id, share, Double::sum));
      if (holding.isEmpty() && RareWords.isTelling(share)) {
        notFound.add(word);
      }
    });
    held.values().removeIf(share -> !RareWords.isTelling(share));
    return held.isEmpty() && notFound.isEmpty()
        ? NONE
        : new Tiers(allRare(held.keySet()), List.copyOf(shares.keySet()), notFound);
  }

  private static Tiers withPhrases(IndexView view, List<String> phrases, Filter filter, int limit) {
    Map<String, List<PaperId>> holding = new LinkedHashMap<>();
    phrases.forEach(phrase -> holding.put(phrase, view.papersWith(phrase, limit, filter)));
    return new Tiers(allRare(withAll(view, holding)), phrases, inNone(holding));
  }

  private static Map<PaperId, Tier> allRare(Set<PaperId> ids) {
    return ids.stream().collect(Collectors.toMap(id -> id, _ -> Tier.RARE));
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
