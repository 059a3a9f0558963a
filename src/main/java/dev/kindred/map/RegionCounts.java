package dev.kindred.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * In how many texts of each region each stem stands; what is around a small region is its large.
 */
final class RegionCounts {
  private final RegionCut cut;
  private final List<WordCounts> counts = new ArrayList<>();
  private final WordCounts all = new WordCounts();

  RegionCounts(RegionCut cut) {
    this.cut = cut;
    cut.drafts().forEach(_ -> counts.add(new WordCounts()));
  }

  /** Counts what stands in the text of a point, for all regions that this lies in. */
  void add(int point, Collection<String> stems) {
    int smallest = cut.ofPoint().get(point);
    counts.get(smallest).add(stems);
    cut.drafts().get(smallest).parent().ifPresent(large -> counts.get(large).add(stems));
    all.add(stems);
  }

  /** How much each stem tells a region from what is around it, if it does. */
  Map<String, Double> telling(int region) {
    OptionalInt parent = cut.drafts().get(region).parent();
    WordCounts around = parent.isPresent() ? counts.get(parent.getAsInt()) : all;
    return counts.get(region).telling(around);
  }
}
