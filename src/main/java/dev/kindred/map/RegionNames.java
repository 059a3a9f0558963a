package dev.kindred.map;

import dev.kindred.index.IndexView;
import dev.kindred.index.Token;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/**
 * Names regions by the words of titles that tell most of them: large ones from all, small ones from
 * these. In abstracts every small region has its own way to say "which" and "propose".
 */
final class RegionNames {
  private static final int WORDS = 3;
  private static final int CANDIDATES = 30;
  private static final int SHORTEST = 3;

  /** So many papers tell what all are about. */
  private static final int READ_AT_MOST = 10_000;

  private static final int AT_ONCE = 100;

  private final IndexView view;
  private final RegionCut cut;
  private final List<WordCounts> counts = new ArrayList<>();
  private final WordCounts all = new WordCounts();
  private final WrittenWords written;

  private RegionNames(IndexView view, RegionCut cut) {
    this.view = view;
    this.cut = cut;
    this.written = new WrittenWords(view);
    cut.drafts().forEach(_ -> counts.add(new WordCounts()));
  }

  /**
   * A name for each, no two the same.
   *
   * @param ids of the points of the regions, in the order of these
   */
  static List<String> of(
      IndexView view, List<PaperId> ids, RegionCut cut, DoubleConsumer progress) {
    RegionNames names = new RegionNames(view, cut);
    int last = Math.min(READ_AT_MOST, ids.size());
    for (int from = 0; from < last; from += AT_ONCE) {
      progress.accept((double) from / last / 2);
      names.count(ids.subList(from, Math.min(last, from + AT_ONCE)), from);
    }
    names.addUp();
    List<List<String>> candidates = names.candidates();
    Set<String> stems = candidates.stream().flatMap(List::stream).collect(Collectors.toSet());
    for (int from = 0; from < last; from += AT_ONCE) {
      progress.accept((1 + (double) from / last) / 2);
      Collection<Paper> papers =
          view.get(ids.subList(from, Math.min(last, from + AT_ONCE))).values();
      papers.forEach(paper -> names.written.add(paper, stems));
    }
    return names.named(candidates);
  }

  private void count(List<PaperId> ids, int from) {
    Map<PaperId, Paper> papers = view.get(ids);
    for (int i = 0; i < ids.size(); i++) {
      Paper paper = papers.get(ids.get(i));
      if (paper != null) {
        counts.get(cut.ofPoint().get(from + i)).add(stems(paper));
      }
    }
  }

  private Set<String> stems(Paper paper) {
    Set<String> stems = new HashSet<>();
    for (Token token : view.tokens(paper.title())) {
      if (token.exact().length() >= SHORTEST
          && token.exact().codePoints().allMatch(Character::isLetter)) {
        token.stem().ifPresent(stems::add);
      }
    }
    return stems;
  }

  private void addUp() {
    for (int i = 0; i < counts.size(); i++) {
      WordCounts own = counts.get(i);
      cut.drafts().get(i).parent().ifPresent(parent -> counts.get(parent).addAll(own));
    }
    for (int i = 0; i < counts.size(); i++) {
      if (cut.drafts().get(i).parent().isEmpty()) {
        all.addAll(counts.get(i));
      }
    }
  }

  private List<List<String>> candidates() {
    List<List<String>> candidates = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      OptionalInt parent = cut.drafts().get(i).parent();
      WordCounts around = parent.isPresent() ? counts.get(parent.getAsInt()) : all;
      candidates.add(counts.get(i).telling(around, CANDIDATES));
    }
    return candidates;
  }

  private List<String> named(List<List<String>> candidates) {
    Map<Set<String>, Integer> taken = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (List<String> stems : candidates) {
      List<String> words = stems.stream().map(written::most).distinct().toList();
      names.add(name(words, taken));
    }
    return names;
  }

  /** The first words; with others in the last place while that name is taken. */
  private static String name(List<String> words, Map<Set<String>, Integer> taken) {
    List<String> name = new ArrayList<>(words.subList(0, Math.min(WORDS, words.size())));
    for (int next = WORDS; next < words.size() && taken.containsKey(Set.copyOf(name)); next++) {
      name.set(WORDS - 1, words.get(next));
    }
    int others = taken.merge(Set.copyOf(name), 1, Integer::sum);
    String text = name.isEmpty() ? "…" : String.join(", ", name);
    return others == 1 ? text : text + " " + others;
  }
}
