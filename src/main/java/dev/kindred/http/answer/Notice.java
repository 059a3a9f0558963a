package dev.kindred.http.answer;

import dev.kindred.search.Browsing;
import dev.kindred.search.Fit;
import dev.kindred.search.ListRequest;
import dev.kindred.search.ListSummary;
import dev.kindred.search.RecommendationQuery;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.SimilarQuery;
import java.util.Optional;

/** What a reader should know of a list before trusting it, in a sentence. */
final class Notice {
  private Notice() {}

  /** Of a list with a fit; of others there is nothing to say. */
  static Optional<String> of(ListSummary list, ListRequest request) {
    return list.fit()
        .flatMap(fit ->
            switch (request) {
              case SearchQuery query -> ofSearch(fit, list, !query.filter().isEmpty());
              case SimilarQuery _, RecommendationQuery _ -> ofExamples(fit);
              case Browsing _ -> Optional.empty();
            });
  }

  private static Optional<String> ofExamples(Fit fit) {
    return fit == Fit.NONE
        ? Optional.of("Nothing here is much like the examples; this is the nearest there is.")
        : Optional.empty();
  }

  private static Optional<String> ofSearch(Fit fit, ListSummary list, boolean isFiltered) {
    return list.total() == 0 ? ofNothing(fit, list, isFiltered) : ofSome(fit);
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
