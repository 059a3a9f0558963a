package dev.kindred.embedding.onnx.graph;

/**
 * A matrix in whole numbers from -127 to 127: each stands for itself times its column's, or its
 * row's, scale. There is no zero point, so zero is exact.
 */
final class Int8Matrix {
  private static final int LIMIT = 127;

  private final int rows;
  private final int columns;
  private final byte[] values;
  private final Channels scales;

  private Int8Matrix(int rows, int columns, byte[] values, Channels scales) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
    this.scales = scales;
  }

  /** One scale for each column, so that none suffers from the outliers of another. */
  static Int8Matrix byColumn(Matrix exact) {
    Channels scales = scales(exact.columnMagnitudes());
    byte[] values = new byte[exact.rows() * exact.columns()];
    for (int i = 0; i < values.length; i++) {
      int column = i % exact.columns();
      values[i] = rounded(exact.get(i / exact.columns(), column) / scales.get(column));
    }
    return new Int8Matrix(exact.rows(), exact.columns(), values, scales);
  }

  /** One scale for each row: for tables of which single rows are taken. */
  static Int8Matrix byRow(Matrix exact) {
    Channels scales = scales(exact.rowMagnitudes());
    byte[] values = new byte[exact.rows() * exact.columns()];
    for (int i = 0; i < values.length; i++) {
      int row = i / exact.columns();
      values[i] = rounded(exact.get(row, i % exact.columns()) / scales.get(row));
    }
    return new Int8Matrix(exact.rows(), exact.columns(), values, scales);
  }

  private static Channels scales(Channels magnitudes) {
    float[] scales = new float[magnitudes.size()];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = magnitudes.get(i) == 0 ? 1 : magnitudes.get(i) / LIMIT;
    }
    return new Channels(scales);
  }

  /** A denormal scale divides to more than the limit. */
  private static byte rounded(float value) {
    return (byte) Math.clamp(Math.rint(value), -LIMIT, LIMIT);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  byte get(int row, int column) {
    return values[row * columns + column];
  }

  byte[] toArray() {
    return values.clone();
  }

  Channels scales() {
    return scales;
  }
}
