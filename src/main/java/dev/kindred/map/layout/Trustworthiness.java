package dev.kindred.map.layout;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleConsumer;

/**
 * How far the neighbours that a plane shows can be trusted (Venna and Kaski 2001, Neighborhood
 * preservation in nonlinear projection methods): 1 if the k nearest points of every point are its k
 * nearest in truth; each that is not takes off by how far down its rank in truth is; about .5 for
 * points thrown at random. Of a large collection over points drawn at random.
 */
public final class Trustworthiness {
  private static final int BLOCK = 512;
  private static final int AT_MOST = 2_000;

  /** Rounding puts no vector before an equal one. */
  private static final float EQUAL = 1e-6f;

  private final VectorSource vectors;
  private final Plane plane;
  private final int k;
  private final int[] drawn;
  private final int[][] shown;
  private final float[][] cosines;
  private final int[][] nearer;

  private Trustworthiness(VectorSource vectors, Plane plane, int k, int[] drawn) {
    this.vectors = vectors;
    this.plane = plane;
    this.k = k;
    this.drawn = drawn;
    this.shown = new int[drawn.length][];
    this.cosines = new float[drawn.length][k];
    this.nearer = new int[drawn.length][k];
  }

  /**
   * Measures it; reads all vectors twice.
   *
   * @param k less than half of the points
   */
  public static double measure(
      VectorSource vectors, Plane plane, int k, long seed, DoubleConsumer progress) {
    int points = vectors.size();
    if (2 * k >= points) {
      throw new IllegalArgumentException("%d of %d points are too many".formatted(k, points));
    }
    int[] drawn =
        new Random(seed).ints(0, points).distinct().limit(Math.min(AT_MOST, points)).toArray();
    Arrays.sort(drawn);
    Trustworthiness measured = new Trustworthiness(vectors, plane, k, drawn);
    measured.findShown(progress);
    Rows queries = measured.gather(progress);
    measured.rank(queries, progress);
    return measured.result();
  }

  private void findShown(DoubleConsumer progress) {
    for (int q = 0; q < drawn.length; q++) {
      progress.accept(0);
      Neighbours nearest = new Neighbours(1, k);
      for (int i = 0; i < plane.size(); i++) {
        if (i != drawn[q]) {
          nearest.offer(0, i, (float) -plane.distance(drawn[q], i));
        }
      }
      shown[q] = new int[k];
      for (int rank = 0; rank < k; rank++) {
        shown[q][rank] = nearest.place(0, rank);
      }
    }
  }

  /** The vectors of the points that were drawn, with their cosines to those shown beside them. */
  private Rows gather(DoubleConsumer progress) {
    Rows first = vectors.rows(0, 1);
    float[] values = new float[drawn.length * first.dimension()];
    Rows queries = new Rows(values, first.dimension());
    eachBlock(
        progress,
        0,
        (from, rows) -> {
          for (int q = 0; q < drawn.length; q++) {
            int row = drawn[q] - from;
            if (row >= 0 && row < rows.size()) {
              for (int d = 0; d < first.dimension(); d++) {
                values[q * first.dimension() + d] = rows.at(row, d);
              }
            }
          }
        });
    eachBlock(
        progress,
        0,
        (from, rows) -> {
          for (int q = 0; q < drawn.length; q++) {
            for (int rank = 0; rank < k; rank++) {
              int row = shown[q][rank] - from;
              if (row >= 0 && row < rows.size()) {
                cosines[q][rank] = queries.cosine(q, rows, row);
              }
            }
          }
        });
    return queries;
  }

  private interface Taking {
    void take(int from, Rows rows);
  }

  private void eachBlock(DoubleConsumer progress, double share, Taking taking) {
    for (int from = 0; from < vectors.size(); from += BLOCK) {
      progress.accept(share * from / vectors.size());
      taking.take(from, vectors.rows(from, Math.min(vectors.size(), from + BLOCK)));
    }
  }

  private void rank(Rows queries, DoubleConsumer progress) {
    float[] found = new float[BLOCK];
    eachBlock(
        progress,
        1,
        (from, rows) -> {
          CosineBlock block = CosineBlock.of(rows);
          for (int q = 0; q < drawn.length; q++) {
            if (q % 100 == 0) {
              progress.accept((double) from / vectors.size());
            }
            block.cosines(queries, q, found);
            count(q, from, found, rows.size());
          }
        });
  }

  private void count(int q, int from, float[] found, int size) {
    float least = Float.POSITIVE_INFINITY;
    for (float cosine : cosines[q]) {
      least = Math.min(least, cosine);
    }
    for (int i = 0; i < size; i++) {
      if (found[i] > least && from + i != drawn[q]) {
        for (int rank = 0; rank < k; rank++) {
          nearer[q][rank] += found[i] > cosines[q][rank] + EQUAL ? 1 : 0;
        }
      }
    }
  }

  private double result() {
    long tooFar = 0;
    for (int[] ranks : nearer) {
      for (int rank : ranks) {
        tooFar += Math.max(0, rank + 1 - k);
      }
    }
    double worst = (double) drawn.length * k * (2.0 * vectors.size() - 3 * k - 1);
    return 1 - 2 * tooFar / worst;
  }
}
