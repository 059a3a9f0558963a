package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Leaves one paper of each that a list has several times: the first takes in those behind it that
 * are the same but for version or wording. Papers are compared to the ones that are left, not to
 * those taken in, so that no chain of small changes ends in another paper. A paper without a vector
 * stays.
 *
 * <p>Vectors choose which pairs to look at, words decide: papers of one group on one subject are as
 * near in meaning as versions of one paper. Used once, by one thread.
 */
public final class Folding {
  /** Beyond what papers of the list have in common anyway. */
  private static final double NEAR = .6;

  private final List<Hit> hits;
  private final VectorTable vectors;

  private Folding(List<Hit> hits, Map<PaperId, Embedding> vectors) {
    this.hits = hits;
    this.vectors = new VectorTable(hits.stream().map(Hit::id).toList(), vectors);
  }

  /**
   * Folds a list; its order stays.
   *
   * @param hits papers of the view, best first
   * @param vectors of those that have one
   */
  public static List<Folded> fold(List<Hit> hits, Map<PaperId, Embedding> vectors, IndexView view) {
    return fold(hits, vectors, ids -> wordings(ids, view));
  }

  private static Map<PaperId, Wording> wordings(Collection<PaperId> ids, IndexView view) {
    Map<PaperId, Wording> wordings = new HashMap<>();
    view.get(ids).forEach((id, paper) -> wordings.put(id, Wording.of(paper)));
    return wordings;
  }

  static List<Folded> fold(
      List<Hit> hits,
      Map<PaperId, Embedding> vectors,
      Function<Collection<PaperId>, Map<PaperId, Wording>> wordings) {
    Folding folding = new Folding(hits, vectors);
    Map<Integer, List<Integer>> near = folding.nearPairs();
    Set<PaperId> wanted = new HashSet<>();
    near.forEach((paper, earlier) -> {
      wanted.add(hits.get(paper).id());
      earlier.forEach(head -> wanted.add(hits.get(head).id()));
    });
    return folding.fold(near, wordings.apply(wanted));
  }

  /** For each paper that has such, the earlier ones that are near to it, in order. */
  private Map<Integer, List<Integer>> nearPairs() {
    Sketches sketches = vectors.sketches();
    Map<Integer, List<Integer>> near = new HashMap<>();
    for (int paper = 1; paper < hits.size(); paper++) {
      for (int earlier = 0; earlier < paper; earlier++) {
        if (sketches.mayBeNear(earlier, paper) && vectors.similarity(earlier, paper) >= NEAR) {
          near.computeIfAbsent(paper, _ -> new ArrayList<>()).add(earlier);
        }
      }
    }
    return near;
  }

  private List<Folded> fold(Map<Integer, List<Integer>> near, Map<PaperId, Wording> wordings) {
    Map<Integer, List<NearDuplicate>> heads = new TreeMap<>();
    for (int paper = 0; paper < hits.size(); paper++) {
      if (!isTakenIn(paper, near.getOrDefault(paper, List.of()), wordings, heads)) {
        heads.put(paper, new ArrayList<>());
      }
    }
    return heads.entrySet().stream()
        .map(head -> new Folded(hits.get(head.getKey()), head.getValue()))
        .toList();
  }

  private boolean isTakenIn(
      int paper,
      List<Integer> near,
      Map<PaperId, Wording> wordings,
      Map<Integer, List<NearDuplicate>> heads) {
    PaperId id = hits.get(paper).id();
    for (int earlier : near) {
      List<NearDuplicate> also = heads.get(earlier);
      Optional<Likeness> same =
          also == null ? Optional.empty() : same(hits.get(earlier).id(), id, wordings);
      if (also != null && same.isPresent()) {
        also.add(new NearDuplicate(id, same.get().similarity()));
        return true;
      }
    }
    return false;
  }

  private static Optional<Likeness> same(
      PaperId one, PaperId other, Map<PaperId, Wording> wordings) {
    Wording first = wordings.get(one);
    Wording second = wordings.get(other);
    return first == null || second == null
        ? Optional.empty()
        : Optional.of(Likeness.of(first, second)).filter(Likeness::isSame);
  }
}
