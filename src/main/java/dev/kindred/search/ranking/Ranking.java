package dev.kindred.search.ranking;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.Words;
import dev.kindred.paper.PaperId;
import dev.kindred.search.relevance.Evidence.Background;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Ranks what one view of an index has for one query. Each leg gives so many candidates, whatever
 * page is wanted, and both scores are computed for every candidate. Used by one thread.
 */
public final class Ranking {
  private final IndexView view;
  private final String query;
  private final Filter filter;
  private final int depth;

  /**
   * @param depth how many candidates each leg gives
   */
  public Ranking(IndexView view, String query, Filter filter, int depth) {
    this.view = view;
    this.query = query;
    this.filter = filter;
    this.depth = depth;
  }

  /** By words alone: the score is BM25, scaled so that the best has 1, and the tier. */
  public RankedList byWords() {
    Leg words = words();
    Tiers tiers = Tiers.of(view, query, filter, depth);
    LegScores scores = new LegScores(Map.of(), completed(words, tiers.of().keySet()), 0);
    Map<PaperId, Fused> fused = new Fusion.Background(0).fuse(scores);
    Candidates candidates = Candidates.of(Leg.NONE, words, tiers, Optional.empty());
    return list(candidates, scores, fused, OptionalDouble.of(ceiling()));
  }

  /** By meaning alone: the score is the cosine. */
  public RankedList byMeaning(Embedding embedding, Collection<Embedding> background) {
    Leg near = near(embedding);
    LegScores scores = new LegScores(near.scores(), Map.of(), 0);
    Map<PaperId, Fused> fused = new HashMap<>();
    scores.cosines().forEach((id, cosine) -> fused.put(id, new Fused(cosine, 0)));
    Candidates candidates =
        Candidates.of(near, Leg.NONE, Tiers.NONE, background(embedding, background));
    return list(candidates, scores, fused, OptionalDouble.empty());
  }

  /** By both: the score is fused, and the tier. */
  public RankedList byBoth(
      Embedding embedding, Collection<Embedding> background, RankingMethod method) {
    Candidates candidates = candidates(embedding, background);
    Map<PaperId, Embedding> vectors = view.vectors(candidates.ids());
    Map<PaperId, Double> bm25 = completed(candidates.words(), candidates.ids());
    Map<PaperId, Double> cosines = cosines(embedding, vectors, candidates.near().scores());
    LegScores scores = new LegScores(cosines, bm25, candidates.noise());
    Map<PaperId, Fused> fused = method.first().fuse(scores);
    if (method.feedback().isPresent()) {
      Feedback feedback = method.feedback().get();
      List<PaperId> first = first(feedback.papers(), fused, candidates.tiers());
      Embedding moved = feedback.moved(embedding, vectors(first, vectors));
      double noise = background(moved, background).map(Background::mean).orElse(0.0);
      fused = feedback.fusion().fuse(new LegScores(cosines(moved, vectors, Map.of()), bm25, noise));
    }
    return list(candidates, scores, fused, OptionalDouble.of(ceiling()));
  }

  /** Both legs at once, for they take about as long. */
  private Candidates candidates(Embedding embedding, Collection<Embedding> background) {
    try (Aside<Leg> near = Aside.begin(() -> near(embedding))) {
      Leg words = words();
      Tiers tiers = Tiers.of(view, query, filter, depth);
      return Candidates.of(near.result(), words, tiers, background(embedding, background));
    }
  }

  private Leg near(Embedding embedding) {
    return Leg.of(view.nearest(embedding, depth, filter), depth);
  }

  private Leg words() {
    return Leg.of(view.matching(Words.of(query), depth, filter), depth);
  }

  private double ceiling() {
    return view.weights(Words.of(query)).values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The leg's scores, and those of the papers that others brought in. */
  private Map<PaperId, Double> completed(Leg words, Set<PaperId> all) {
    Map<PaperId, Double> scores = words.scores();
    Set<PaperId> others = new HashSet<>(all);
    others.removeAll(scores.keySet());
    if (!others.isEmpty()) {
      scores.putAll(view.scores(others, Words.of(query)));
    }
    return scores;
  }

  /**
   * @param known those that have been computed already
   */
  private static Map<PaperId, Double> cosines(
      Embedding query, Map<PaperId, Embedding> vectors, Map<PaperId, Double> known) {
    Map<PaperId, Double> cosines = new HashMap<>(known);
    vectors.forEach((id, vector) -> cosines.computeIfAbsent(id, _ -> query.cosine(vector)));
    return cosines;
  }

  private static Optional<Background> background(Embedding query, Collection<Embedding> papers) {
    return papers.isEmpty()
        ? Optional.empty()
        : Optional.of(Background.of(papers.stream().mapToDouble(query::cosine).toArray()));
  }

  /** Keeps no more than it needs: nearly all candidates come behind those already seen. */
  private static List<PaperId> first(int count, Map<PaperId, Fused> fused, Tiers tiers) {
    Comparator<Hit> bestFirst =
        Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id);
    PriorityQueue<Hit> first = new PriorityQueue<>(bestFirst.reversed());
    fused.forEach((id, score) -> {
      first.add(new Hit(id, tiers.of(id).bonus() + score.score()));
      if (first.size() > count) {
        first.remove();
      }
    });
    return first.stream().map(Hit::id).toList();
  }

  private static List<Embedding> vectors(List<PaperId> ids, Map<PaperId, Embedding> vectors) {
    return ids.stream().map(vectors::get).filter(Objects::nonNull).toList();
  }

  private RankedList list(
      Candidates candidates, LegScores scores, Map<PaperId, Fused> fused, OptionalDouble ceiling) {
    Map<PaperId, OptionalInt> near = candidates.near().ranks();
    Map<PaperId, OptionalInt> words = candidates.words().ranks();
    List<RankedHit> hits =
        candidates.ids().stream()
            .map(id ->
                new RankedHit(
                    id,
                    candidates.tiers().of(id),
                    score(id, near, scores.cosines()),
                    score(id, words, scores.bm25()),
                    fused.getOrDefault(id, Fused.NOTHING)))
            .sorted(RankedHit.BEST_FIRST)
            .toList();
    return candidates.list(hits, ceiling, view.counts().papers());
  }

  private static Optional<LegScore> score(
      PaperId id, Map<PaperId, OptionalInt> ranks, Map<PaperId, Double> scores) {
    return Optional.ofNullable(scores.get(id))
        .map(value -> new LegScore(ranks.getOrDefault(id, OptionalInt.empty()), value));
  }
}
