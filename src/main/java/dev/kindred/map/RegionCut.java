package dev.kindred.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Parts points into regions where they lie thinnest: some large ones, and in these small ones.
 * Pure.
 *
 * @param drafts the large ones first
 * @param ofPoint the smallest region of each point, by place
 */
record RegionCut(List<Draft> drafts, List<Integer> ofPoint) {
  private static final int MOST_LARGE = 40;
  private static final int MOST_SMALL = 160;
  private static final int POINTS_OF_A_SMALL_ONE = 25;

  /**
   * A region without a name.
   *
   * @param peak the cell where its points are closest together
   */
  record Draft(int peak, OptionalInt parent, int points) {}

  static RegionCut of(int[] x, int[] y) {
    int[] cells = new int[x.length];
    Arrays.setAll(cells, i -> Density.cell(x[i], y[i]));
    Density density = Density.of(x, y);
    Basins basins = Basins.of(density);
    Partition partition = new Partition(basins, cells);
    int large = (int) Math.clamp(Math.round(Math.sqrt(x.length) / 2), 1L, MOST_LARGE);
    partition.joinUntil(Math.clamp(x.length / POINTS_OF_A_SMALL_ONE, large, MOST_SMALL));
    int[] small = Arrays.stream(cells).map(cell -> partition.part(basins.peak(cell))).toArray();
    partition.joinUntil(large);
    int[] whole = Arrays.stream(small).map(partition::part).toArray();
    return of(density, cells, whole, small);
  }

  private static RegionCut of(Density density, int[] cells, int[] whole, int[] small) {
    List<Draft> drafts = new ArrayList<>();
    Map<Integer, Integer> places = new TreeMap<>();
    for (int part : distinct(whole)) {
      places.put(part, drafts.size());
      drafts.add(draft(density, cells, whole, part, OptionalInt.empty()));
    }
    Map<Integer, Integer> smallest = new TreeMap<>();
    for (int part : distinct(small)) {
      int first = indexOf(small, part);
      int parent = Objects.requireNonNull(places.get(whole[first]));
      Draft draft = draft(density, cells, small, part, OptionalInt.of(parent));
      boolean isAll = draft.points() == drafts.get(parent).points();
      smallest.put(part, isAll ? parent : drafts.size());
      if (!isAll) {
        drafts.add(draft);
      }
    }
    List<Integer> ofPoint =
        Arrays.stream(small).mapToObj(part -> Objects.requireNonNull(smallest.get(part))).toList();
    return new RegionCut(drafts, ofPoint);
  }

  private static int[] distinct(int[] parts) {
    return Arrays.stream(parts).distinct().sorted().toArray();
  }

  private static int indexOf(int[] parts, int part) {
    int i = 0;
    while (parts[i] != part) {
      i++;
    }
    return i;
  }

  private static Draft draft(
      Density density, int[] cells, int[] parts, int part, OptionalInt parent) {
    int peak = -1;
    int points = 0;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] == part) {
        points++;
        peak = peak < 0 || density.at(cells[i]) > density.at(peak) ? cells[i] : peak;
      }
    }
    return new Draft(peak, parent, points);
  }
}
