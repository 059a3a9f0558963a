package dev.kindred.map;

import dev.kindred.index.IndexView;
import dev.kindred.index.Token;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names regions by words that tell most of them: large ones from all, small ones from these. In
 * abstracts every small region has its own way to say "which" and "propose"; in few titles "how"
 * and "through" stand by chance. So these are words of titles that the abstract says again, and one
 * tells as much as it does in the former times what it does in the latter, where it counts as often
 * as it is said.
 */
final class RegionNames {
  private static final int WORDS = 3;
  private static final int CANDIDATES = 30;
  private static final int SHORTEST = 3;

  /** So many papers tell what all are about. */
  private static final int READ_AT_MOST = 10_000;

  private static final int AT_ONCE = 100;

  private static final Comparator<Map.Entry<String, Double>> BEST_FIRST =
      Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
          .thenComparing(Map.Entry.comparingByKey());

  private final IndexView view;
  private final List<PaperId> ids;
  private final RegionCut cut;
  private final WrittenWords written;

  private RegionNames(IndexView view, List<PaperId> ids, RegionCut cut) {
    this.view = view;
    this.ids = ids.subList(0, Math.min(READ_AT_MOST, ids.size()));
    this.cut = cut;
    this.written = new WrittenWords(view);
  }

  /**
   * A name for each, no two the same.
   *
   * @param ids of the points of the regions, in the order of these
   */
  static List<String> of(
      IndexView view, List<PaperId> ids, RegionCut cut, DoubleConsumer progress) {
    RegionNames names = new RegionNames(view, ids, cut);
    List<Map<String, Double>> candidates = names.candidates(share -> progress.accept(share / 2));
    return names.named(names.ranked(candidates, share -> progress.accept((1 + share) / 2)));
  }

  private void read(ObjIntConsumer<Paper> reader, DoubleConsumer progress) {
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      progress.accept((double) from / ids.size());
      List<PaperId> part = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      Map<PaperId, Paper> papers = view.get(part);
      for (int i = 0; i < part.size(); i++) {
        Paper paper = papers.get(part.get(i));
        if (paper != null) {
          reader.accept(paper, from + i);
        }
      }
    }
  }

  private List<Map<String, Double>> candidates(DoubleConsumer progress) {
    RegionCounts subjects = new RegionCounts(cut);
    read((paper, point) -> subjects.add(point, subjects(paper)), progress);
    return regions().mapToObj(region -> best(subjects.telling(region))).toList();
  }

  private static Map<String, Double> best(Map<String, Double> scores) {
    return scores.entrySet().stream()
        .sorted(BEST_FIRST)
        .limit(CANDIDATES)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private IntStream regions() {
    return IntStream.range(0, cut.drafts().size());
  }

  /** What the title says and the abstract says again; all of the title where nothing is. */
  private Set<String> subjects(Paper paper) {
    Set<String> title = new HashSet<>();
    for (Token token : view.tokens(paper.title())) {
      if (token.exact().length() >= SHORTEST
          && token.exact().codePoints().allMatch(Character::isLetter)) {
        token.stem().ifPresent(title::add);
      }
    }
    Set<String> again = Set.copyOf(stems(paper.abstractText(), title));
    return again.isEmpty() ? title : again;
  }

  private List<String> stems(String text, Set<String> among) {
    return view.tokens(text, among).stream().flatMap(token -> token.stem().stream()).toList();
  }

  private List<List<String>> ranked(List<Map<String, Double>> candidates, DoubleConsumer progress) {
    Set<String> all =
        candidates.stream().flatMap(scores -> scores.keySet().stream()).collect(Collectors.toSet());
    RegionCounts abstracts = new RegionCounts(cut);
    read(
        (paper, point) -> {
          abstracts.add(point, stems(paper.abstractText(), all));
          written.add(paper, all);
        },
        progress);
    return regions()
        .mapToObj(region -> ranked(candidates.get(region), abstracts.telling(region)))
        .toList();
  }

  /** What tells nothing in abstracts comes last. */
  private static List<String> ranked(Map<String, Double> titles, Map<String, Double> abstracts) {
    ToDoubleFunction<String> title = stem -> titles.getOrDefault(stem, 0.0);
    ToDoubleFunction<String> both =
        stem -> title.applyAsDouble(stem) * abstracts.getOrDefault(stem, 0.0);
    return titles.keySet().stream()
        .sorted(
            Comparator.comparingDouble(both)
                .thenComparingDouble(title)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private List<String> named(List<List<String>> ranked) {
    Map<Set<String>, Integer> taken = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (List<String> stems : ranked) {
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
