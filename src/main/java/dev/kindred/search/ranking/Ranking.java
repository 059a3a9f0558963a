package dev.kindred.search.ranking;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.Words;
import dev.kindred.paper.PaperId;
import dev.kindred.search.relevance.Evidence.Background;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

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

  /**
   * Begins to look for what is near in meaning, while words are looked for.
   *
   * @param background random papers; none if nothing is embedded
   */
  public QueryMeaning begin(Embedding query, Collection<Embedding> background, Aside aside) {
    return new QueryMeaning(
        query, background, aside.begin(() -> Leg.of(view.nearest(query, depth, filter), depth)));
  }

  /** By words alone: the score is BM25, scaled so that the best has 1, and the tier. */
  public RankedList byWords() {
    Leg words = words();
    Tiers tiers = Tiers.of(view, query, filter, depth);
    LegScores scores = new LegScores(Map.of(), completed(words, tiers.of().keySet()), 0);
    Map<PaperId, Fused> fused = new Fusion.AboveNoise(0).fuse(scores);
    Candidates candidates = Candidates.of(Leg.NONE, words, tiers, Optional.empty());
    return list(candidates, scores, fused, ceiling());
  }

  /** By meaning alone: the score is the cosine. The words' scores tell of relevance only. */
  public RankedList byMeaning(QueryMeaning meaning) {
    Candidates candidates =
        Candidates.of(meaning.leg(), Leg.NONE, Tiers.NONE, meaning.background());
    LegScores scores =
        new LegScores(candidates.near().scores(), completed(Leg.NONE, candidates.ids()), 0);
    Map<PaperId, Fused> fused = new HashMap<>();
    scores.cosines().forEach((id, cosine) -> fused.put(id, new Fused(cosine, 0)));
    return list(candidates, scores, fused, ceiling()).withAnyWordsOutside();
  }

  /** By both: the score is fused, and the tier. */
  public RankedList byBoth(QueryMeaning meaning, RankingMethod method) {
    Leg words = words();
    Tiers tiers = Tiers.of(view, query, filter, depth);
    Candidates candidates = Candidates.of(meaning.leg(), words, tiers, meaning.background());
    Set<PaperId> ids = candidates.ids();
    Map<PaperId, Double> bm25 = completed(words, ids);
    Map<PaperId, Double> cosines =
        completed(candidates.near(), ids, others -> view.scores(others, meaning.query()));
    LegScores scores = new LegScores(cosines, bm25, candidates.noise());
    Map<PaperId, Fused> fused = method.first().fuse(scores);
    if (method.feedback().isPresent()) {
      Feedback feedback = method.feedback().get();
      List<PaperId> first = first(feedback.papers(), fused, tiers);
      Embedding moved = feedback.moved(meaning.query(), view.vectors(first).values());
      double noise = meaning.backgroundOf(moved).map(Background::mean).orElse(0.0);
      fused = feedback.fusion().fuse(new LegScores(view.scores(ids, moved), bm25, noise));
    }
    return list(candidates, scores, fused, ceiling());
  }

  private Leg words() {
    return Leg.of(view.matching(Words.of(query), depth, filter), depth);
  }

  private double ceiling() {
    return view.weights(Words.of(query)).values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private Map<PaperId, Double> completed(Leg words, Set<PaperId> all) {
    return completed(words, all, others -> view.scores(others, Words.of(query)));
  }

  /** The leg's scores, and those of the papers that others brought in. */
  private static Map<PaperId, Double> completed(
      Leg leg, Set<PaperId> all, Function<Set<PaperId>, Map<PaperId, Double>> scoresOfOthers) {
    Map<PaperId, Double> scores = leg.scores();
    Set<PaperId> others = new HashSet<>(all);
    others.removeAll(scores.keySet());
    if (!others.isEmpty()) {
      scores.putAll(scoresOfOthers.apply(others));
    }
    return scores;
  }

  /** Keeps no more than it needs: nearly all candidates come behind those already seen. */
  private static List<PaperId> first(int count, Map<PaperId, Fused> fused, Tiers tiers) {
    PriorityQueue<Hit> first = new PriorityQueue<>(Hit.BEST_FIRST.reversed());
    fused.forEach((id, score) -> {
      first.add(new Hit(id, tiers.of(id).bonus() + score.score()));
      if (first.size() > count) {
        first.remove();
      }
    });
    return first.stream().map(Hit::id).toList();
  }

  private RankedList list(
      Candidates candidates, LegScores scores, Map<PaperId, Fused> fused, double ceiling) {
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
            .sorted(RankedHit::bestFirst)
            .toList();
    return candidates.list(hits, ceiling, view.counts().papers());
  }

  private static Optional<LegScore> score(
      PaperId id, Map<PaperId, OptionalInt> ranks, Map<PaperId, Double> scores) {
    return Optional.ofNullable(scores.get(id))
        .map(value -> new LegScore(ranks.getOrDefault(id, OptionalInt.empty()), value));
  }
}
