package dev.kindred.http.activity;

import dev.kindred.paper.Shortened;
import dev.kindred.search.Fit;
import dev.kindred.search.SearchAnswer;
import dev.kindred.search.SearchQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A search that was answered.
 *
 * @param question what it asked in words, shortened; empty where papers were its example, or dates
 * @param total how many results there were, on all pages
 */
public record Searched(
    Instant at, Duration took, Optional<String> question, int total, Optional<Fit> fit) {
  static Searched of(SearchAnswer answer, Instant at, Duration took) {
    Optional<String> question =
        answer.request() instanceof SearchQuery query
            ? Optional.of(Shortened.of(query.text(), Recent.MOST_CHARS))
            : Optional.empty();
    return new Searched(at, took, question, answer.list().total(), answer.list().fit());
  }

  /** Whether somebody asked, and there is nothing, or only what does not fit. */
  boolean isInVain() {
    return question.isPresent() && (total == 0 || fit.equals(Optional.of(Fit.NONE)));
  }
}
