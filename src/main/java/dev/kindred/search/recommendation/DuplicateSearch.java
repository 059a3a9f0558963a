package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.PassageText;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.Words;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.UnknownPaper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds papers that are the same but for version or wording. A paper is compared to the ten that
 * are nearest to it in meaning (while it is not embedded, that share most telling words) and to
 * those of the same title: of more copies than that some pairs are not found, their group is all
 * the same. One for each view; used by one thread.
 */
public final class DuplicateSearch {
  /** From here on two papers are the same. */
  public static final double DEFAULT_SIMILARITY = Likeness.SAME;

  /** Below it papers that share no more than their subject would be in. */
  public static final double LOWEST_SIMILARITY = .5;

  private static final int COMPARED = 10;
  private static final int OF_ONE_TITLE = 20;

  private static final Comparator<DuplicatePair> MOST_SIMILAR_FIRST =
      Comparator.comparingDouble(DuplicatePair::similarity)
          .reversed()
          .thenComparing(pair -> pair.first().id())
          .thenComparing(pair -> pair.second().id());

  private final IndexView view;
  private final double minSimilarity;
  private final Map<PaperId, Wording> wordings = new HashMap<>();

  /**
   * @throws InvalidRequest if the similarity is not {@link #LOWEST_SIMILARITY} to 1
   */
  public DuplicateSearch(IndexView view, double minSimilarity) {
    if (!(minSimilarity >= LOWEST_SIMILARITY && minSimilarity <= 1)) {
      throw new InvalidRequest(
          "min_similarity is %s; it must be %s to 1".formatted(minSimilarity, LOWEST_SIMILARITY));
    }
    this.view = view;
    this.minSimilarity = minSimilarity;
  }

  /**
   * A part of a collection, examined.
   *
   * @param pairs of which a paper was examined and that no other part has; most similar first
   * @param examined how many papers were
   * @param next behind which paper to go on; empty at the end
   */
  public record Part(List<DuplicatePair> pairs, int examined, Optional<PaperId> next) {}

  /** The duplicates of one paper, which stands first or second; most similar first. */
  public List<DuplicatePair> of(PaperId id) {
    Paper paper = view.get(id).orElseThrow(() -> new UnknownPaper(id)).paper();
    return pairs(paper).stream().sorted(MOST_SIMILAR_FIRST).toList();
  }

  /** Examines some papers in the order of ids, beginning behind the given one. */
  public Part examine(Optional<PaperId> last, int papers) {
    List<Paper> found = view.listAfter(last, papers + 1);
    List<Paper> examined = found.subList(0, Math.min(papers, found.size()));
    List<DuplicatePair> pairs = new ArrayList<>();
    for (Paper paper : examined) {
      pairs(paper).stream().filter(pair -> isToldBy(paper, pair)).forEach(pairs::add);
    }
    pairs.sort(MOST_SIMILAR_FIRST);
    wordings.clear();
    boolean isEnd = found.size() <= papers;
    return new Part(
        pairs, examined.size(), isEnd ? Optional.empty() : Optional.of(examined.getLast().id()));
  }

  /** The first of a pair tells it, unless it did not come upon the second. */
  private boolean isToldBy(Paper examined, DuplicatePair pair) {
    return pair.first().id().equals(examined.id())
        || !candidates(pair.first()).containsKey(examined.id());
  }

  private List<DuplicatePair> pairs(Paper paper) {
    Map<PaperId, OptionalDouble> candidates = candidates(paper);
    Wording own = Wording.of(paper);
    List<DuplicatePair> pairs = new ArrayList<>();
    for (Paper other : view.get(candidates.keySet()).values()) {
      Wording wording = wordings.computeIfAbsent(other.id(), _ -> Wording.of(other));
      Likeness likeness = Likeness.of(own, wording);
      if (likeness.similarity() >= minSimilarity) {
        boolean isFirst = paper.id().compareTo(other.id()) < 0;
        pairs.add(
            new DuplicatePair(
                isFirst ? paper : other,
                isFirst ? other : paper,
                likeness.similarity(),
                candidates.getOrDefault(other.id(), OptionalDouble.empty()),
                likeness.sameTitle()));
      }
    }
    return pairs;
  }

  /** With the cosines of those that have one. */
  private Map<PaperId, OptionalDouble> candidates(Paper paper) {
    Map<PaperId, OptionalDouble> candidates = new TreeMap<>();
    Embedding vector = view.vectors(Set.of(paper.id())).get(paper.id());
    Set<PaperId> ofTitle = new HashSet<>();
    if (!paper.title().isBlank()) {
      ofTitle.addAll(view.named(paper.title(), OF_ONE_TITLE, Filter.NONE));
    }
    ofTitle.forEach(id -> candidates.put(id, OptionalDouble.empty()));
    if (vector == null) {
      Words words = Words.tellingOf(PassageText.of(paper));
      view.matching(words, COMPARED + 1, Filter.NONE)
          .forEach(hit -> candidates.put(hit.id(), OptionalDouble.empty()));
    } else {
      view.scores(ofTitle, vector)
          .forEach((id, cosine) -> candidates.put(id, OptionalDouble.of(cosine)));
      for (Hit hit : view.nearest(vector, COMPARED + 1, Filter.NONE)) {
        candidates.put(hit.id(), OptionalDouble.of(hit.score()));
      }
    }
    candidates.remove(paper.id());
    return candidates;
  }
}
