package dev.kindred.map.layout;

import java.util.Random;

/** Vectors in groups: those of a group point about the same way. */
final class Groups {
  static final int DIMENSION = 24;

  private Groups() {}

  /** Point i is of group i modulo their number. */
  static Rows of(int points, int groups, long seed) {
    Random random = new Random(seed);
    double[][] centres = new double[groups][DIMENSION];
    for (double[] centre : centres) {
      for (int d = 0; d < DIMENSION; d++) {
        centre[d] = random.nextGaussian();
      }
    }
    float[] values = new float[points * DIMENSION];
    for (int i = 0; i < points; i++) {
      double length = 0;
      double[] vector = new double[DIMENSION];
      for (int d = 0; d < DIMENSION; d++) {
        vector[d] = centres[i % groups][d] + .4 * random.nextGaussian();
        length += vector[d] * vector[d];
      }
      for (int d = 0; d < DIMENSION; d++) {
        values[i * DIMENSION + d] = (float) (vector[d] / Math.sqrt(length));
      }
    }
    return new Rows(values, DIMENSION);
  }

  /** By looking at all. */
  static Neighbours neighbours(Rows rows, int count) {
    Neighbours neighbours = new Neighbours(rows.size(), count);
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.size(); j++) {
        if (i != j) {
          neighbours.offer(i, j, rows.cosine(i, rows, j));
        }
      }
    }
    return neighbours;
  }
}
