package dev.kindred.embedding.onnx.graph;

import java.util.List;

/**
 * Weights that take a row of inputs to a row of outputs: one row for each input channel, one column
 * for each output channel. Immutable.
 */
final class Matrix {
  private final int rows;
  private final int columns;
  private final float[] values;

  /** Takes {@code rows} rows one behind the other, and keeps the array. */
  Matrix(int rows, int columns, float[] values) {
    if (values.length != rows * columns) {
      throw new IllegalArgumentException(
          "%d values are no %d by %d matrix".formatted(values.length, rows, columns));
    }
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  float get(int row, int column) {
    return values[row * columns + column];
  }

  private interface Cell {
    float at(int row, int column);
  }

  private static Matrix of(int rows, int columns, Cell cell) {
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        values[row * columns + column] = cell.at(row, column);
      }
    }
    return new Matrix(rows, columns, values);
  }

  Matrix scaledRows(Channels factors) {
    return of(rows, columns, (row, column) -> get(row, column) * factors.get(row));
  }

  Matrix dividedColumns(Channels divisors) {
    return of(rows, columns, (row, column) -> get(row, column) / divisors.get(column));
  }

  Matrix pickRows(List<Integer> picked) {
    return of(picked.size(), columns, (row, column) -> get(picked.get(row), column));
  }

  Matrix pickColumns(List<Integer> picked) {
    return of(rows, picked.size(), (row, column) -> get(row, picked.get(column)));
  }

  /** The same channels added to every row. */
  Matrix plus(Channels others) {
    return of(rows, columns, (row, column) -> get(row, column) + others.get(column));
  }

  Channels row(int row) {
    float[] picked = new float[columns];
    System.arraycopy(values, row * columns, picked, 0, columns);
    return new Channels(picked);
  }

  /** What comes out for these inputs. */
  Channels apply(Channels inputs) {
    double[] sums = new double[columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        sums[column] += (double) inputs.get(row) * get(row, column);
      }
    }
    return rounded(sums);
  }

  /** The greatest magnitude in each row. */
  Channels rowMagnitudes() {
    float[] greatest = new float[rows];
    for (int i = 0; i < values.length; i++) {
      greatest[i / columns] = Math.max(greatest[i / columns], Math.abs(values[i]));
    }
    return new Channels(greatest);
  }

  /** The greatest magnitude in each column. */
  Channels columnMagnitudes() {
    float[] greatest = new float[columns];
    for (int i = 0; i < values.length; i++) {
      greatest[i % columns] = Math.max(greatest[i % columns], Math.abs(values[i]));
    }
    return new Channels(greatest);
  }

  /** The length of each column. */
  Channels columnNorms() {
    double[] squares = new double[columns];
    for (int i = 0; i < values.length; i++) {
      squares[i % columns] += (double) values[i] * values[i];
    }
    for (int i = 0; i < columns; i++) {
      squares[i] = Math.sqrt(squares[i]);
    }
    return rounded(squares);
  }

  /** The square of the length of one row. */
  double rowSquare(int row) {
    double square = 0;
    for (int column = 0; column < columns; column++) {
      square += (double) get(row, column) * get(row, column);
    }
    return square;
  }

  private static Channels rounded(double[] exact) {
    float[] rounded = new float[exact.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) exact[i];
    }
    return new Channels(rounded);
  }

  float[] toArray() {
    return values.clone();
  }
}
