package dev.kindred.map;

/**
 * How dense points of a map lie, on a grid: each counts around it along a normal distribution,
 * which is the wider, the fewer points there are.
 */
final class Density {
  static final int SIDE = 256;

  private static final double NARROWEST = 1.5;
  private static final double REACH = 3;

  private final float[] cells;

  private Density(float[] cells) {
    this.cells = cells;
  }

  static Density of(int[] x, int[] y) {
    float[] counts = new float[SIDE * SIDE];
    for (int i = 0; i < x.length; i++) {
      counts[cell(x[i], y[i])]++;
    }
    double width = Math.max(NARROWEST, SIDE / (2 * Math.sqrt(x.length)));
    return new Density(blurred(blurred(counts, width, 1, SIDE), width, SIDE, 1));
  }

  /** The cell of a place on the map. */
  static int cell(int x, int y) {
    int scale = CollectionMap.EXTENT + 1;
    return y * SIDE / scale * SIDE + x * SIDE / scale;
  }

  /** The middle of a cell. */
  static int x(int cell) {
    return middle(cell % SIDE);
  }

  static int y(int cell) {
    return middle(cell / SIDE);
  }

  private static int middle(int step) {
    return (2 * step + 1) * (CollectionMap.EXTENT + 1) / (2 * SIDE);
  }

  float at(int cell) {
    return cells[cell];
  }

  /** Along one direction, in which cells are so many apart; the lines are so many apart, too. */
  private static float[] blurred(float[] cells, double width, int apart, int linesApart) {
    int reach = (int) Math.ceil(REACH * width);
    float[] blurred = new float[cells.length];
    for (int line = 0; line < SIDE; line++) {
      for (int from = 0; from < SIDE; from++) {
        float value = cells[line * linesApart + from * apart];
        int last = value == 0 ? -1 : Math.min(SIDE - 1, from + reach);
        for (int to = Math.max(0, from - reach); to <= last; to++) {
          double steps = (to - from) / width;
          blurred[line * linesApart + to * apart] +=
              (float) (value * Math.exp(-steps * steps / 2) / width);
        }
      }
    }
    return blurred;
  }
}
