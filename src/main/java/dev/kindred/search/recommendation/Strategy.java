package dev.kindred.search.recommendation;

/** How many examples become one judgement of a paper. */
public enum Strategy {
  /** By the middle of what is liked, turned away from the middle of what is not: one interest. */
  MEAN,
  /** By the liked example that is nearest, so that each of several interests has its papers. */
  BEST_SCORE
}
