package dev.kindred.search.ranking;

import java.util.Optional;

/**
 * How meaning and words become one order. The first is what users get; the others are there to be
 * compared with it.
 */
public enum RankingMethod {
  /** Background-normalised fusion, then a round of vector feedback. */
  FEEDBACK,
  /** Background-normalised fusion alone. */
  BACKGROUND,
  /** Fusion of scores between the candidates' lowest and highest. */
  MIN_MAX,
  /** Reciprocal rank fusion. */
  RRF;

  Fusion first() {
    return switch (this) {
      case FEEDBACK -> new Fusion.AboveNoise(.6);
      case BACKGROUND -> new Fusion.AboveNoise(.7);
      case MIN_MAX -> new Fusion.MinMax(.7);
      case RRF -> new Fusion.ReciprocalRank(60);
    };
  }

  Optional<Feedback> feedback() {
    return switch (this) {
      case FEEDBACK -> Optional.of(new Feedback(3, .3, new Fusion.AboveNoise(.7)));
      case BACKGROUND, MIN_MAX, RRF -> Optional.empty();
    };
  }

  /** As an option has it. */
  @Override
  public String toString() {
    return switch (this) {
      case FEEDBACK -> "feedback";
      case BACKGROUND -> "background";
      case MIN_MAX -> "min-max";
      case RRF -> "rrf";
    };
  }
}
