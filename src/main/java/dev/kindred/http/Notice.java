package dev.kindred.http;

import dev.kindred.search.Fit;
import dev.kindred.search.ListSummary;
import java.util.Optional;

/** What a reader should know of a list before trusting it, in a sentence. */
final class Notice {
  private Notice() {}

  /**
   * Of a list for a query; of others there is nothing to say.
   *
   * @param isFiltered whether only some papers were to be searched
   */
  static Optional<String> of(ListSummary list, boolean isFiltered) {
    return list.fit()
        .flatMap(fit -> list.total() == 0 ? ofNothing(fit, list, isFiltered) : ofSome(fit));
  }

  private static Optional<String> ofNothing(Fit fit, ListSummary list, boolean isFiltered) {
    if (list.leftOut() == 0) {
      return Optional.of(
          isFiltered
              ? "No paper matches the query and its filters."
              : "No paper matches the query.");
    }
    return Optional.of(
        switch (fit) {
          case STRONG, RELATED, WEAK ->
              "Nothing is as relevant as min_relevance asks for; a lower one shows more.";
          case NONE ->
              "Nothing here fits the query; min_relevance=0 shows the nearest all the same.";
        });
  }

  private static Optional<String> ofSome(Fit fit) {
    return switch (fit) {
      case STRONG, RELATED -> Optional.empty();
      case WEAK ->
          Optional.of("Nothing here is clearly what was asked for; this is the nearest there is.");
      case NONE -> Optional.of("Nothing here fits the query; this is the nearest there is.");
    };
  }
}
