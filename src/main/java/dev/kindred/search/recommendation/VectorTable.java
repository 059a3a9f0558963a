package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.PaperId;
import java.util.List;
import java.util.Map;

/** Vectors of a list of papers as plain arrays, for their pairs are many. */
final class VectorTable {
  private static final float[] NONE = {};

  /**
   * No subject makes papers so alike: of a list of versions, this is not what they have in common.
   */
  private static final double MOST_IN_COMMON = .9;

  private final float[][] rows;
  private final int count;
  private final double common;

  /** The papers are known by their places in the list from here on. */
  VectorTable(List<PaperId> papers, Map<PaperId, Embedding> vectors) {
    rows = new float[papers.size()][];
    int found = 0;
    for (int i = 0; i < rows.length; i++) {
      Embedding vector = vectors.get(papers.get(i));
      rows[i] = vector == null ? NONE : vector.toArray();
      found += vector == null ? 0 : 1;
    }
    count = found;
    common = count < 2 ? 0 : Math.min(MOST_IN_COMMON, meanCosine());
  }

  /** By the squared length of their sum. */
  private double meanCosine() {
    double[] sum = new double[0];
    for (float[] row : rows) {
      sum = sum.length == 0 ? new double[row.length] : sum;
      for (int i = 0; i < row.length; i++) {
        sum[i] += row[i];
      }
    }
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    return (squares - count) / ((double) count * (count - 1));
  }

  boolean has(int paper) {
    return rows[paper].length > 0;
  }

  /**
   * How similar two papers are beyond what papers of this list have in common anyway: 1 if they are
   * equal, 0 for two average ones, and if one has no vector.
   */
  double similarity(int one, int other) {
    if (!has(one) || !has(other)) {
      return 0;
    }
    return (cosine(rows[one], rows[other]) - common) / (1 - common);
  }

  Sketches sketches() {
    return Sketches.of(rows);
  }

  /** Four sums that do not wait for each other. */
  private static float cosine(float[] a, float[] b) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      first += a[i] * b[i];
      second += a[i + 1] * b[i + 1];
      third += a[i + 2] * b[i + 2];
      fourth += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      first += a[i] * b[i];
    }
    return first + second + third + fourth;
  }
}
