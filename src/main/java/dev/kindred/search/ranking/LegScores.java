package dev.kindred.search.ranking;

/**
 * What both legs of a search say of all candidates, by their places. Whoever makes it gives its
 * arrays away.
 */
final class LegScores {
  private final float[] cosines;
  private final float[] bm25;
  private final double noise;

  /**
   * @param cosines not a number where a candidate is not embedded, or meaning was not asked for
   * @param bm25 0 where it has none of the words
   * @param noise the query's mean cosine to papers drawn at random
   */
  LegScores(float[] cosines, float[] bm25, double noise) {
    this.cosines = cosines;
    this.bm25 = bm25;
    this.noise = noise;
  }

  int size() {
    return bm25.length;
  }

  double noise() {
    return noise;
  }

  boolean hasCosine(int place) {
    return !Float.isNaN(cosines[place]);
  }

  double cosine(int place) {
    return cosines[place];
  }

  double bm25(int place) {
    return bm25[place];
  }

  /** 0 if no candidate has one. */
  double highestCosine() {
    double highest = Double.NEGATIVE_INFINITY;
    for (float cosine : cosines) {
      highest = Float.isNaN(cosine) ? highest : Math.max(highest, cosine);
    }
    return highest == Double.NEGATIVE_INFINITY ? 0 : highest;
  }

  /** 0 if no candidate has one. */
  double lowestCosine() {
    double lowest = Double.POSITIVE_INFINITY;
    for (float cosine : cosines) {
      lowest = Float.isNaN(cosine) ? lowest : Math.min(lowest, cosine);
    }
    return lowest == Double.POSITIVE_INFINITY ? 0 : lowest;
  }

  double highestBm25() {
    double highest = 0;
    for (float score : bm25) {
      highest = Math.max(highest, score);
    }
    return highest;
  }
}
