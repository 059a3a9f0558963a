package dev.kindred.map;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In how many texts of a region each stem stands, and which tell it from what is around it. A stem
 * tells by its share in the region times how much greater that is than around it (by logarithm):
 * one part of the Kullback-Leibler divergence, so that neither common nor rare words win.
 */
final class WordCounts {
  private final Map<String, Integer> texts = new HashMap<>();
  private int all;

  void add(Collection<String> stems) {
    all++;
    stems.forEach(stem -> texts.merge(stem, 1, Integer::sum));
  }

  void addAll(WordCounts others) {
    all += others.all;
    others.texts.forEach((stem, count) -> texts.merge(stem, count, Integer::sum));
  }

  /** The most telling first; those that are rarer here than around tell nothing. */
  List<String> telling(WordCounts around, int limit) {
    Map<String, Double> scores = new HashMap<>();
    texts.forEach((stem, count) -> {
      double ratio = share(count) / around.share(around.texts.getOrDefault(stem, count));
      if (ratio > 1) {
        scores.put(stem, share(count) * Math.log(ratio));
      }
    });
    return scores.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  private double share(int count) {
    return (double) count / Math.max(1, all);
  }
}
