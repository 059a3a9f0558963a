package dev.kindred.evaluation;

import dev.kindred.search.SearchMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Two modes to compare: how much better the first is than the second. */
public record ModePair(SearchMode first, SearchMode second) {
  public ModePair {
    if (first == second) {
      throw new IllegalArgumentException(first + " cannot be compared with itself");
    }
  }

  /** Hybrid with the better of its legs, else the legs with each other; empty for a lone mode. */
  static Optional<ModePair> obvious(List<ModeResult> results) {
    Optional<ModeResult> better =
        results.stream()
            .filter(result -> result.mode() != SearchMode.HYBRID)
            .max(Comparator.comparingDouble(result -> result.mean().ndcg()));
    if (results.size() < 2 || better.isEmpty()) {
      return Optional.empty();
    }
    SearchMode best = better.get().mode();
    return results.stream()
        .map(ModeResult::mode)
        .filter(mode -> mode != best)
        .max(Comparator.comparing(mode -> mode == SearchMode.HYBRID))
        .map(other ->
            other == SearchMode.HYBRID ? new ModePair(other, best) : new ModePair(best, other));
  }
}
