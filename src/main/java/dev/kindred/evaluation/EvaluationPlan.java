package dev.kindred.evaluation;

import dev.kindred.search.SearchMode;
import java.util.List;
import java.util.Optional;

/**
 * What is to be measured.
 *
 * @param modes at least one; in a report they stand in the order of {@link #ORDER}
 * @param compared two of the modes; empty for those that it is natural to compare
 * @param seed of all that is drawn at random
 * @param scannedAtMost so many vectors the index looks through without a graph
 */
public record EvaluationPlan(
    List<SearchMode> modes, Optional<ModePair> compared, long seed, int scannedAtMost) {
  /** The legs before what is made of them. */
  public static final List<SearchMode> ORDER =
      List.of(SearchMode.SEMANTIC, SearchMode.LEXICAL, SearchMode.HYBRID);

  public EvaluationPlan {
    if (modes.isEmpty()) {
      throw new IllegalArgumentException("no mode is to be measured");
    }
    modes = ORDER.stream().filter(modes::contains).toList();
    if (compared.isPresent()
        && !modes.containsAll(List.of(compared.get().first(), compared.get().second()))) {
      throw new IllegalArgumentException(compared.get() + " is not measured");
    }
  }

  boolean needsVectors() {
    return modes.stream()
        .anyMatch(mode ->
            switch (mode) {
              case SEMANTIC, HYBRID -> true;
              case LEXICAL -> false;
            });
  }
}
