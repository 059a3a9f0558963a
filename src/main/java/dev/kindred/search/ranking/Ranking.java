package dev.kindred.search.ranking;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Candidates;
import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.Words;
import dev.kindred.search.relevance.Evidence.Background;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Ranks what one view of an index has for one query. Each leg gives so many candidates, whatever
 * page is wanted, and both scores are computed for every candidate. Used by one thread.
 */
public final class Ranking {
  /** Of a search's legs: what lies deeper changes no page that is read, and costs as much again. */
  public static final int DEPTH = 300;

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
    Candidates candidates = candidates(Leg.NONE, words, tiers);
    LegScores scores = new LegScores(none(candidates.size()), candidates.bm25(), 0);
    Fused[] fused = new Fusion.AboveNoise(0).fuse(scores);
    return new Frame(Leg.NONE, words, tiers, Optional.empty()).list(candidates, scores, fused);
  }

  /** By meaning alone: the score is the cosine. The words' scores tell of relevance only. */
  public RankedList byMeaning(QueryMeaning meaning) {
    Candidates candidates = candidates(meaning.leg(), Leg.NONE, Tiers.NONE);
    LegScores scores = new LegScores(candidates.cosines(meaning.query()), candidates.bm25(), 0);
    Fused[] fused = new Fused[candidates.size()];
    Arrays.setAll(fused, place -> new Fused(scores.cosine(place), 0));
    return new Frame(meaning.leg(), Leg.NONE, Tiers.NONE, meaning.background())
        .list(candidates, scores, fused)
        .withAnyWordsOutside();
  }

  /** By both: the score is fused, and the tier. */
  public RankedList byBoth(QueryMeaning meaning, RankingMethod method) {
    Leg words = words();
    Tiers tiers = Tiers.of(view, query, filter, depth);
    Candidates candidates = candidates(meaning.leg(), words, tiers);
    float[] bm25 = candidates.bm25();
    Optional<Background> background = meaning.background();
    LegScores scores =
        new LegScores(
            candidates.cosines(meaning.query()),
            bm25,
            background.map(Background::mean).orElse(0.0));
    Fused[] fused = method.first().fuse(scores);
    if (method.feedback().isPresent()) {
      Feedback feedback = method.feedback().get();
      int[] first = first(feedback.papers(), candidates, fused, tiers);
      Embedding moved = feedback.moved(meaning.query(), candidates.vectors(first));
      fused =
          feedback
              .fusion()
              .fuse(new LegScores(candidates.cosines(moved), bm25, meaning.noiseOf(moved)));
    }
    return new Frame(meaning.leg(), words, tiers, background).list(candidates, scores, fused);
  }

  private Leg words() {
    return Leg.of(view.matching(Words.of(query), depth, filter), depth);
  }

  private Candidates candidates(Leg near, Leg words, Tiers tiers) {
    return view.candidates(near.hits(), words.hits(), tiers.of().keySet(), Words.of(query));
  }

  private static float[] none(int size) {
    float[] none = new float[size];
    Arrays.fill(none, Float.NaN);
    return none;
  }

  /** Those with the highest scores, ties by id, in no order. */
  private static int[] first(int count, Candidates candidates, Fused[] fused, Tiers tiers) {
    double[] scores = Arrays.stream(fused).mapToDouble(Fused::score).toArray();
    tiers.of().forEach((id, tier) -> scores[candidates.place(id)] += tier.bonus());
    Comparator<Integer> bestFirst =
        Comparator.<Integer>comparingDouble(place -> -scores[place])
            .thenComparing(candidates::id); // the first reads all ids, which the list wants too
    PriorityQueue<Integer> first = new PriorityQueue<>(bestFirst.reversed());
    for (int place = 0; place < scores.length; place++) {
      first.add(place);
      if (first.size() > count) {
        first.remove();
      }
    }
    return first.stream().mapToInt(Integer::intValue).toArray();
  }

  /** What all hits of a list share. */
  private final class Frame {
    private final Leg near;
    private final Leg words;
    private final Tiers tiers;
    private final Optional<Background> background;

    Frame(Leg near, Leg words, Tiers tiers, Optional<Background> background) {
      this.near = near;
      this.words = words;
      this.tiers = tiers;
      this.background = background;
    }

    RankedList list(Candidates candidates, LegScores scores, Fused[] fused) {
      int[] nearRanks = candidates.nearRanks();
      int[] matchRanks = candidates.matchRanks();
      Tier[] tier = new Tier[fused.length];
      Arrays.fill(tier, Tier.FOUND);
      tiers.of().forEach((id, known) -> tier[candidates.place(id)] = known);
      List<RankedHit> hits = new ArrayList<>(fused.length);
      for (int place = 0; place < fused.length; place++) {
        hits.add(
            new RankedHit(
                candidates.id(place),
                tier[place],
                LegScore.of(nearRanks[place], scores.hasCosine(place), scores.cosine(place)),
                LegScore.of(matchRanks[place], scores.bm25(place) > 0, scores.bm25(place)),
                fused[place]));
      }
      hits.sort(RankedHit::bestFirst);
      return new RankedList(
          hits,
          tiers,
          background,
          ceiling(),
          view.counts().papers(),
          near.bound(nearRanks, scores::cosine),
          words.bound(matchRanks, scores::bm25));
    }

    private double ceiling() {
      return view.weights(Words.of(query)).values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }
}
