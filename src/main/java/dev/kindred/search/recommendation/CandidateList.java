package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.Words;
import dev.kindred.paper.PaperId;
import dev.kindred.search.recommendation.Recommender.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Papers that may be recommended, ranked, behind those that are known already.
 *
 * @param hits known ones first, for others may be near-duplicates of them; then best first
 * @param vectors of those hits that have one
 * @param known papers that are not to be recommended
 * @param mayHaveMore whether there may be more than were ranked
 */
record CandidateList(
    List<Hit> hits, Map<PaperId, Embedding> vectors, Set<PaperId> known, boolean mayHaveMore) {

  /** Of what is known, beside the examples, so many papers that are nearest to what is wanted. */
  static final int KNOWN_IN_FRONT = 2_000;

  /**
   * Both scores of each candidate count, whichever way it was found.
   *
   * @param depth how many are taken by meaning, how many by words, and how many are ranked
   */
  static CandidateList find(
      IndexView view, Wish wish, Preference preference, Words words, int depth) {
    Set<PaperId> known = new HashSet<>(wish.examples().papers());
    known.addAll(wish.examples().known());
    int limit = depth + known.size() + 1; // one more tells that there are more
    CandidateSet near = preference.candidates(view, limit, wish.filter());
    CandidateSet sharing = CandidateSet.of(view.matching(words, limit, wish.filter()), limit);
    Set<PaperId> found = new HashSet<>(near.ids());
    found.addAll(sharing.ids());
    found.removeAll(known);
    Map<PaperId, Embedding> vectors = new HashMap<>(view.vectors(known));
    Set<PaperId> front = nearest(vectors, preference);
    front.addAll(wish.examples().papers());
    vectors.putAll(view.vectors(found));
    List<Hit> ranked = rank(found, vectors, preference, view.scores(found, words));
    boolean mayHaveMore = near.isFull() || sharing.isFull() || ranked.size() > depth;
    return new CandidateList(
        behind(front, ranked.stream().limit(depth)), vectors, known, mayHaveMore);
  }

  private static Set<PaperId> nearest(Map<PaperId, Embedding> vectors, Preference preference) {
    Map<PaperId, Double> nearness = new HashMap<>();
    vectors.forEach((id, vector) -> nearness.put(id, preference.nearness(vector)));
    return nearness.entrySet().stream()
        .sorted(Map.Entry.<PaperId, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(KNOWN_IN_FRONT)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<Hit> rank(
      Set<PaperId> found,
      Map<PaperId, Embedding> vectors,
      Preference preference,
      Map<PaperId, Double> bm25) {
    Map<PaperId, Double> nearness = new HashMap<>();
    for (PaperId id : found) {
      Embedding vector = vectors.get(id);
      if (vector != null) {
        nearness.put(id, preference.nearness(vector));
      }
    }
    return PreferenceFusion.fuse(nearness, bm25);
  }

  private static List<Hit> behind(Set<PaperId> front, Stream<Hit> ranked) {
    List<Hit> hits = new ArrayList<>();
    front.stream().sorted().forEach(id -> hits.add(new Hit(id, 1)));
    ranked.forEach(hits::add);
    return hits;
  }
}
