package dev.kindred.map.layout;

import java.util.Arrays;

/**
 * How strongly points belong together, 0 to 1, told from their neighbours as UMAP does (McInnes,
 * Healy and Melville 2018, arXiv:1802.03426, algorithms 2 and 3): a point's distances are taken
 * relative to its nearest and scaled so that all have as many neighbours in sum, and two points
 * belong together if one or the other says so.
 */
final class FuzzyGraph {
  private static final int HALVINGS = 64;
  private static final double CLOSE_ENOUGH = 1e-5;
  private static final double SAME = 1e-6;

  private final int[] tails;
  private final int[] heads;
  private final float[] weights;

  private FuzzyGraph(int[] tails, int[] heads, float[] weights) {
    this.tails = tails;
    this.heads = heads;
    this.weights = weights;
  }

  static FuzzyGraph of(Neighbours neighbours) {
    int count = 0;
    for (int i = 0; i < neighbours.points(); i++) {
      count += neighbours.count(i);
    }
    // An edge is the pair of its ends, lower first, in one number, which orders and finds it.
    long[] edges = new long[count];
    int next = 0;
    for (int i = 0; i < neighbours.points(); i++) {
      for (int rank = 0; rank < neighbours.count(i); rank++) {
        edges[next++] = edge(i, neighbours.place(i, rank));
      }
    }
    edges = Arrays.stream(edges).sorted().distinct().toArray();
    return of(neighbours, edges);
  }

  private static FuzzyGraph of(Neighbours neighbours, long[] edges) {
    float[] weights = new float[edges.length];
    for (int i = 0; i < neighbours.points(); i++) {
      double[] strengths = strengths(distances(neighbours, i));
      for (int rank = 0; rank < strengths.length; rank++) {
        int at = Arrays.binarySearch(edges, edge(i, neighbours.place(i, rank)));
        double both = weights[at] + strengths[rank] - weights[at] * strengths[rank];
        weights[at] = (float) both;
      }
    }
    int[] tails = Arrays.stream(edges).mapToInt(edge -> (int) (edge >> Integer.SIZE)).toArray();
    int[] heads = Arrays.stream(edges).mapToInt(edge -> (int) edge).toArray();
    return new FuzzyGraph(tails, heads, weights);
  }

  private static long edge(int one, int other) {
    return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
  }

  private static double[] distances(Neighbours neighbours, int point) {
    double[] distances = new double[neighbours.count(point)];
    for (int rank = 0; rank < distances.length; rank++) {
      distances[rank] = Math.max(0, 1 - neighbours.cosine(point, rank));
    }
    return distances;
  }

  /** Of the distances of one point: 1 for the nearest, in sum the logarithm of their number. */
  static double[] strengths(double[] distances) {
    double nearest = Arrays.stream(distances).filter(d -> d > SAME).min().orElse(0);
    double target = Math.log(distances.length) / Math.log(2);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double scale = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double sum = Arrays.stream(strengths(distances, nearest, scale)).sum();
      if (Math.abs(sum - target) < CLOSE_ENOUGH) {
        break;
      } else if (sum > target) {
        high = scale;
      } else {
        low = scale;
      }
      scale = Double.isInfinite(high) ? 2 * scale : (low + high) / 2;
    }
    return strengths(distances, nearest, scale);
  }

  private static double[] strengths(double[] distances, double nearest, double scale) {
    double[] strengths = new double[distances.length];
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = Math.exp(-Math.max(0, distances[i] - nearest) / Math.max(SAME, scale));
    }
    return strengths;
  }

  int edges() {
    return weights.length;
  }

  int tail(int edge) {
    return tails[edge];
  }

  int head(int edge) {
    return heads[edge];
  }

  float weight(int edge) {
    return weights[edge];
  }

  float highestWeight() {
    float highest = 0;
    for (float weight : weights) {
      highest = Math.max(highest, weight);
    }
    return highest;
  }
}
