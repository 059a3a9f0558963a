package dev.kindred.map;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The hills of a density: every cell belongs to the peak that one comes to by always going up. Two
 * hills are joined where one has to go down least to get from one to the other.
 */
final class Basins {
  private static final int NONE = -1;

  private final Density density;
  private final int[] peakOfCell = new int[Density.SIDE * Density.SIDE];
  private final Map<Integer, Map<Integer, Float>> passes = new HashMap<>();

  private Basins(Density density) {
    this.density = density;
    Arrays.fill(peakOfCell, NONE);
  }

  static Basins of(Density density) {
    Basins basins = new Basins(density);
    IntStream.range(0, basins.peakOfCell.length)
        .filter(cell -> density.at(cell) > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer cell) -> -density.at(cell)))
        .forEach(basins::add);
    return basins;
  }

  /** Cells come from the densest down, so that all that are higher have their peak already. */
  private void add(int cell) {
    int highest = NONE;
    int[] around = around(cell);
    for (int neighbour : around) {
      if (peakOfCell[neighbour] != NONE
          && (highest == NONE || density.at(neighbour) > density.at(highest))) {
        highest = neighbour;
      }
    }
    peakOfCell[cell] = highest == NONE ? cell : peakOfCell[highest];
    for (int neighbour : around) {
      if (peakOfCell[neighbour] != NONE && peakOfCell[neighbour] != peakOfCell[cell]) {
        pass(peakOfCell[cell], peakOfCell[neighbour], density.at(cell));
        pass(peakOfCell[neighbour], peakOfCell[cell], density.at(cell));
      }
    }
  }

  private void pass(int from, int to, float height) {
    passes.computeIfAbsent(from, _ -> new HashMap<>()).merge(to, height, Math::max);
  }

  private static int[] around(int cell) {
    int x = cell % Density.SIDE;
    int y = cell / Density.SIDE;
    return IntStream.range(0, 9)
        .filter(i -> i != 4)
        .filter(i -> isInside(x + i % 3 - 1) && isInside(y + i / 3 - 1))
        .map(i -> cell + i % 3 - 1 + (i / 3 - 1) * Density.SIDE)
        .toArray();
  }

  private static boolean isInside(int step) {
    return step >= 0 && step < Density.SIDE;
  }

  /** The cell of the peak that a cell with points belongs to. */
  int peak(int cell) {
    return peakOfCell[cell];
  }

  /** The highest passes from a peak to others, by their peaks. */
  Map<Integer, Float> passes(int peak) {
    return passes.getOrDefault(peak, Map.of());
  }
}
