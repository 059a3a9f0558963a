package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

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

  /** What papers of a shorter list have in common says nothing, and all pairs are soon compared. */
  private static final int SHORT = 50;

  /** A paper is the same as one of those most similar to it, or as none. */
  private static final int COMPARED = 20;

  private final List<Hit> hits;
  private final VectorTable vectors;
  private final Set<PaperId> kept;
  private final BitSet left = new BitSet();
  private final List<List<NearDuplicate>> takenIn = new ArrayList<>();

  private Folding(List<Hit> hits, Map<PaperId, Embedding> vectors, Set<PaperId> kept) {
    this.hits = hits;
    this.vectors = new VectorTable(hits.stream().map(Hit::id).toList(), vectors);
    this.kept = kept;
  }

  /**
   * Folds a list; its order stays.
   *
   * @param hits papers of the view, best first
   * @param vectors of those that have one
   */
  public static List<Folded> fold(List<Hit> hits, Map<PaperId, Embedding> vectors, IndexView view) {
    return fold(hits, vectors, Set.of(), view);
  }

  /**
   * Folds a list; its order stays.
   *
   * @param kept papers that are left, whatever they are the same as, to take in others
   */
  static List<Folded> fold(
      List<Hit> hits, Map<PaperId, Embedding> vectors, Set<PaperId> kept, IndexView view) {
    return fold(hits, vectors, kept, ids -> wordings(ids, view));
  }

  private static Map<PaperId, Wording> wordings(Collection<PaperId> ids, IndexView view) {
    Map<PaperId, Wording> wordings = new HashMap<>();
    view.get(ids).forEach((id, paper) -> wordings.put(id, Wording.of(paper)));
    return wordings;
  }

  static List<Folded> fold(
      List<Hit> hits,
      Map<PaperId, Embedding> vectors,
      Set<PaperId> kept,
      Function<Collection<PaperId>, Map<PaperId, Wording>> wordings) {
    Folding folding = new Folding(hits, vectors, kept);
    List<BitSet> near = folding.near();
    return folding.fold(near, wordings.apply(folding.inPairs(near)));
  }

  /** For each paper the earlier ones that are near to it. As bits, for there may be millions. */
  private List<BitSet> near() {
    Sketches sketches = vectors.sketches();
    List<BitSet> near = new ArrayList<>();
    for (int paper = 0; paper < hits.size(); paper++) {
      BitSet earlier = new BitSet();
      int end = kept.contains(hits.get(paper).id()) ? 0 : paper;
      for (int other = 0; other < end; other++) {
        if (isNear(other, paper, sketches)) {
          earlier.set(other);
        }
      }
      near.add(earlier);
    }
    return near;
  }

  private boolean isNear(int one, int other, Sketches sketches) {
    return hits.size() <= SHORT
        ? vectors.has(one) && vectors.has(other)
        : sketches.mayBeNear(one, other) && vectors.similarity(one, other) >= NEAR;
  }

  private Set<PaperId> inPairs(List<BitSet> near) {
    BitSet papers = new BitSet();
    for (int paper = 0; paper < near.size(); paper++) {
      if (!near.get(paper).isEmpty()) {
        papers.or(near.get(paper));
        papers.set(paper);
      }
    }
    Set<PaperId> ids = new HashSet<>();
    papers.stream().forEach(paper -> ids.add(hits.get(paper).id()));
    return ids;
  }

  private List<Folded> fold(List<BitSet> near, Map<PaperId, Wording> wordings) {
    for (int paper = 0; paper < hits.size(); paper++) {
      takenIn.add(new ArrayList<>());
      BitSet heads = near.get(paper);
      heads.and(left);
      if (!isTakenIn(paper, heads, wordings)) {
        left.set(paper);
      }
    }
    return left.stream().mapToObj(head -> new Folded(hits.get(head), takenIn.get(head))).toList();
  }

  private boolean isTakenIn(int paper, BitSet heads, Map<PaperId, Wording> wordings) {
    PaperId id = hits.get(paper).id();
    for (int head : mostSimilar(paper, heads)) {
      Optional<Likeness> same = same(hits.get(head).id(), id, wordings);
      if (same.isPresent()) {
        takenIn.get(head).add(new NearDuplicate(id, same.get().similarity()));
        return true;
      }
    }
    return false;
  }

  private record Near(int head, double similarity) {}

  /** In the order of the list. */
  private int[] mostSimilar(int paper, BitSet heads) {
    IntStream all = heads.stream();
    return heads.cardinality() <= COMPARED
        ? all.toArray()
        : all.mapToObj(head -> new Near(head, vectors.similarity(head, paper)))
            .sorted(Comparator.comparingDouble(Near::similarity).reversed())
            .limit(COMPARED)
            .mapToInt(Near::head)
            .sorted()
            .toArray();
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
