package dev.kindred.map.layout;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Some vectors side by side: all first values, then all second ones. So a loop over the vectors is
 * one over neighbours in memory, which the JVM turns into vector instructions; a sum over the
 * values of a vector it must not, for that would round otherwise.
 */
final class CosineBlock {
  private static final int AT_ONCE = 4;

  private final float[] columns;
  private final int dimension;
  private final int size;

  private CosineBlock(float[] columns, int dimension, int size) {
    this.columns = columns;
    this.dimension = dimension;
    this.size = size;
  }

  static CosineBlock of(Rows rows) {
    return of(rows, IntStream.range(0, rows.size()).toArray());
  }

  static CosineBlock of(Rows rows, int[] members) {
    int dimension = rows.dimension();
    float[] columns = new float[dimension * members.length];
    for (int j = 0; j < members.length; j++) {
      for (int d = 0; d < dimension; d++) {
        columns[d * members.length + j] = rows.at(members[j], d);
      }
    }
    return new CosineBlock(columns, dimension, members.length);
  }

  int size() {
    return size;
  }

  /** The cosines of a vector to each of the block. */
  void cosines(Rows queries, int row, float[] into) {
    Arrays.fill(into, 0, size, 0);
    int d = 0;
    for (; d + AT_ONCE <= dimension; d += AT_ONCE) {
      addFour(queries, row, d, into);
    }
    for (; d < dimension; d++) {
      float value = queries.at(row, d);
      for (int j = 0; j < size; j++) {
        into[j] += value * columns[d * size + j];
      }
    }
  }

  private void addFour(Rows queries, int row, int d, float[] into) {
    float a = queries.at(row, d);
    float b = queries.at(row, d + 1);
    float c = queries.at(row, d + 2);
    float e = queries.at(row, d + 3);
    int first = d * size;
    int second = first + size;
    int third = second + size;
    int fourth = third + size;
    for (int j = 0; j < size; j++) {
      into[j] +=
          a * columns[first + j]
              + b * columns[second + j]
              + c * columns[third + j]
              + e * columns[fourth + j];
    }
  }
}
