package dev.kindred.map;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each stem stands in the texts of a region, and which tell it from what is around it. A
 * stem tells by its frequency in a text of the region times how much greater that is than around it
 * (by logarithm): one part of the Kullback-Leibler divergence, so that neither common nor rare
 * words win.
 */
final class WordCounts {
  private final Map<String, Integer> counts = new HashMap<>();
  private int texts;

  /** Counts what stands in a text; a stem that is given twice counts twice. */
  void add(Collection<String> stems) {
    texts++;
    stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
  }

  /** How much each tells; without those that are no more frequent here than around. */
  Map<String, Double> telling(WordCounts around) {
    Map<String, Double> scores = new HashMap<>();
    counts.forEach((stem, count) -> {
      double ratio = frequency(count) / around.frequency(around.counts.getOrDefault(stem, count));
      if (ratio > 1) {
        scores.put(stem, frequency(count) * Math.log(ratio));
      }
    });
    return scores;
  }

  private double frequency(int count) {
    return (double) count / Math.max(1, texts);
  }
}
