package dev.kindred.map.layout;

import java.util.Random;

/**
 * Where a layout begins: vectors seen along the two directions in which they differ most, so that
 * the large parts of a collection lie as they do to each other.
 */
final class PrincipalPlane {
  private static final int ROUNDS = 50;

  /** More add nothing to two directions. */
  private static final int LOOKED_AT = 2_000;

  /** What UMAP begins with, too. */
  private static final double EXTENT = 10;

  private static final double NOISE = 1e-3;

  private final Rows rows;
  private final double[] mean;
  private final Random random;

  private PrincipalPlane(Rows rows, long seed) {
    this.rows = rows;
    this.random = new Random(seed);
    this.mean = new double[rows.dimension()];
    for (int i = 0; i < rows.size(); i++) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += rows.at(i, d) / rows.size();
      }
    }
  }

  static Plane of(Rows rows, long seed) {
    PrincipalPlane principal = new PrincipalPlane(rows, seed);
    double[] first = principal.direction(new double[rows.dimension()]);
    double[] second = principal.direction(first);
    Plane plane = new Plane(rows.size());
    double farthest = Double.MIN_NORMAL;
    for (int i = 0; i < rows.size(); i++) {
      double x = principal.along(first, i);
      double y = principal.along(second, i);
      plane.set(i, x, y);
      farthest = Math.max(farthest, Math.max(Math.abs(x), Math.abs(y)));
    }
    principal.spread(plane, EXTENT / farthest);
    return plane;
  }

  /** With some noise, for equal points would stay together whatever else happens. */
  private void spread(Plane plane, double scale) {
    for (int i = 0; i < plane.size(); i++) {
      plane.set(
          i,
          plane.x(i) * scale + NOISE * random.nextGaussian(),
          plane.y(i) * scale + NOISE * random.nextGaussian());
    }
  }

  /** Power iteration: the direction of the greatest variance, at right angles to another. */
  private double[] direction(double[] other) {
    double[] direction = random.doubles(mean.length, -1, 1).toArray();
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[mean.length];
      for (int i = 0; i < Math.min(LOOKED_AT, rows.size()); i++) {
        double along = along(direction, i);
        for (int d = 0; d < mean.length; d++) {
          next[d] += along * (rows.at(i, d) - mean[d]);
        }
      }
      direction = unit(next, other);
    }
    return direction;
  }

  private double along(double[] direction, int row) {
    double sum = 0;
    for (int d = 0; d < mean.length; d++) {
      sum += direction[d] * (rows.at(row, d) - mean[d]);
    }
    return sum;
  }

  private static double[] unit(double[] vector, double[] other) {
    double common = dot(vector, other);
    double[] unit = new double[vector.length];
    for (int d = 0; d < unit.length; d++) {
      unit[d] = vector[d] - common * other[d];
    }
    double length = Math.sqrt(dot(unit, unit));
    for (int d = 0; d < unit.length; d++) {
      unit[d] = length > 0 ? unit[d] / length : 0;
    }
    return unit;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += one[d] * other[d];
    }
    return sum;
  }
}
