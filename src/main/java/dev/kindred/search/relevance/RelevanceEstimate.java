package dev.kindred.search.relevance;

import dev.kindred.embedding.CosineBand;
import dev.kindred.search.relevance.Evidence.Background;
import dev.kindred.search.relevance.Evidence.Meaning;
import dev.kindred.search.relevance.Evidence.WordMatch;
import java.util.Optional;

/**
 * Relevance from a hit's scores: a logistic curve over meaning and words, each brought to 0..1 so
 * that the same few numbers hold for every model and collection. Grows with the cosine and with
 * BM25. Pure arithmetic; immutable. How the numbers were found and how they hold: {@code
 * src/docs/relevance.md}.
 */
public final class RelevanceEstimate {
  private static final double BOTH = -5;
  private static final double BOTH_MEANING = 9;
  private static final double BOTH_WORDS = 6;
  private static final double MEANING_ALONE = -4.5;
  private static final double MEANING_ALONE_SLOPE = 11;
  private static final double WORDS_ALONE = -4;
  private static final double WORDS_ALONE_SLOPE = 13;

  /** Standard deviations above a random paper that leave no doubt. */
  private static final double CERTAIN_DEVIATIONS = 8;

  /** So much of ln(papers), in nats, is more than a chance match ever tells. */
  private static final double CERTAIN_INFORMATION = 3;

  /** How many papers a collection has in which noise stands out half as far as is certain. */
  private static final int TYPICAL_PAPERS = 1_000;

  /** So that no hit is strong without some of the query's words. */
  private static final double MOST_WITHOUT_BAND = .4;

  /** A best hit below it fits no question: see {@link #nothingFits}. */
  private static final double NOTHING = .05;

  private final Optional<CosineBand> band;

  /**
   * @param band of the collection, or else of the model; without one only what stands out clearly
   *     from random papers counts as near in meaning, and less
   */
  public RelevanceEstimate(Optional<CosineBand> band) {
    this.band = band;
  }

  public Relevance of(Evidence evidence) {
    double meaning = evidence.meaning().map(found -> meaning(found, evidence.papers())).orElse(0.0);
    double words = evidence.words().map(found -> words(found, evidence.papers())).orElse(0.0);
    if (evidence.words().isEmpty()) {
      return logistic(MEANING_ALONE + MEANING_ALONE_SLOPE * meaning);
    }
    if (evidence.meaning().isEmpty()) {
      return logistic(WORDS_ALONE + WORDS_ALONE_SLOPE * words);
    }
    return logistic(BOTH + BOTH_MEANING * meaning + BOTH_WORDS * words);
  }

  /**
   * Whether a query has no answer here, told by its most relevant hit. Cautious: it spares nearly
   * every question the collection can answer, and so misses some that it cannot.
   */
  public boolean nothingFits(Evidence best) {
    return of(best).value() < NOTHING;
  }

  /**
   * The weaker of two arguments: near enough for this collection, and nearer than random papers are
   * to this query. The first fails where all papers are of one field, the second for questions of
   * another field, to which some paper is always nearest.
   */
  private double meaning(Meaning meaning, int papers) {
    double standing = standing(meaning.cosine(), meaning.background());
    double position =
        band.map(known -> known.position(meaning.cosine(), papers))
            .orElseGet(() -> withoutBand(standing, papers));
    return Math.clamp(Math.min(position, standing), 0, 1);
  }

  private static double withoutBand(double standing, int papers) {
    double noise = .5 + .5 * CosineBand.growth(TYPICAL_PAPERS, papers);
    return Math.min(MOST_WITHOUT_BAND, (standing - noise) / (1 - noise));
  }

  /** Of n papers none can be more than √(n-1) deviations above their mean. */
  private static double standing(double cosine, Background background) {
    double above = cosine - background.mean();
    double possible = Math.sqrt(Math.max(1, background.papers() - 1.0));
    double certain = background.deviation() * Math.min(CERTAIN_DEVIATIONS, possible);
    return certain > 0 ? above / certain : 1;
  }

  /**
   * The geometric mean of how much of the query matched, and how much that tells: few words that
   * all match are a good sign, and so is a part of many, if it tells far more than is needed to
   * single out one paper.
   */
  private static double words(WordMatch words, int papers) {
    if (!(words.bm25() > 0 && words.ceiling() > 0)) {
      return 0;
    }
    double coverage = Math.min(1, words.bm25() / words.ceiling());
    double needed = CERTAIN_INFORMATION * Math.log(Math.max(2, papers));
    return Math.sqrt(coverage * Math.max(coverage, Math.min(1, words.bm25() / needed)));
  }

  private static Relevance logistic(double value) {
    return new Relevance(1 / (1 + Math.exp(-value)));
  }
}
