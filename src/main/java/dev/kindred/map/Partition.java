package dev.kindred.map;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Parts of a map, each known by the cell of its peak. As long as there are too many, the one with
 * the fewest points joins the neighbour over the highest pass; one that stands alone, the nearest.
 */
final class Partition {
  private final TreeMap<Integer, Integer> sizes = new TreeMap<>();
  private final Map<Integer, Map<Integer, Float>> passes = new HashMap<>();
  private final Map<Integer, Integer> joined = new HashMap<>();

  /** A part for each basin in which there are points. */
  Partition(Basins basins, int[] cells) {
    for (int cell : cells) {
      sizes.merge(basins.peak(cell), 1, Integer::sum);
    }
    for (int peak : sizes.keySet()) {
      Map<Integer, Float> known = new TreeMap<>(basins.passes(peak));
      known.keySet().retainAll(sizes.keySet());
      passes.put(peak, known);
    }
  }

  /** Joins parts until there are at most so many. */
  void joinUntil(int most) {
    while (sizes.size() > most) {
      int smallest =
          sizes.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
      join(smallest, neighbour(smallest));
    }
  }

  private int neighbour(int part) {
    return Objects.requireNonNull(passes.get(part)).entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseGet(() -> nearest(part));
  }

  private int nearest(int part) {
    return sizes.keySet().stream()
        .filter(other -> other != part)
        .min(
            Comparator.comparingDouble(other ->
                Math.hypot(Density.x(other) - Density.x(part), Density.y(other) - Density.y(part))))
        .orElseThrow();
  }

  private void join(int small, int large) {
    sizes.merge(large, Objects.requireNonNull(sizes.remove(small)), Integer::sum);
    joined.put(small, large);
    Map<Integer, Float> ofLarge = Objects.requireNonNull(passes.get(large));
    Map<Integer, Float> ofSmall = Objects.requireNonNull(passes.remove(small));
    ofLarge.remove(small);
    ofSmall.forEach((other, height) -> {
      if (other != large) {
        ofLarge.merge(other, height, Math::max);
        Map<Integer, Float> ofOther = Objects.requireNonNull(passes.get(other));
        ofOther.remove(small);
        ofOther.merge(large, height, Math::max);
      }
    });
  }

  /** The part that a basin belongs to now. */
  int part(int peak) {
    int part = peak;
    for (Integer next = joined.get(part); next != null; next = joined.get(part)) {
      part = next;
    }
    return part;
  }
}
