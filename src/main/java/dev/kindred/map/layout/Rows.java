package dev.kindred.map.layout;

import java.util.Arrays;

/** Vectors of one dimension, one after the other in an array. Not copied: its maker lets it be. */
public final class Rows implements VectorSource {
  private final float[] values;
  private final int dimension;

  /**
   * Takes vectors of unit length.
   *
   * @param values a multiple of the dimension
   */
  public Rows(float[] values, int dimension) {
    if (values.length % dimension != 0) {
      throw new IllegalArgumentException(
          "%d values are no vectors of %d".formatted(values.length, dimension));
    }
    this.values = values;
    this.dimension = dimension;
  }

  @Override
  public int size() {
    return values.length / dimension;
  }

  int dimension() {
    return dimension;
  }

  float at(int row, int place) {
    return values[row * dimension + place];
  }

  @Override
  public Rows rows(int from, int to) {
    return from == 0 && to == size()
        ? this
        : new Rows(Arrays.copyOfRange(values, from * dimension, to * dimension), dimension);
  }

  float cosine(int row, Rows other, int otherRow) {
    float sum = 0;
    for (int i = 0; i < dimension; i++) {
      sum += at(row, i) * other.at(otherRow, i);
    }
    return sum;
  }
}
