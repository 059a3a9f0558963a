package dev.kindred.search.ranking;

import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a query has in quotation marks: it is meant to be found exactly so. */
final class QuotedPhrases {
  /** Each is looked for on its own; more are hardly meant. */
  static final int MOST = 20;

  /** Straight or typographic marks; one that is never closed quotes nothing. */
  private static final Pattern QUOTED = Pattern.compile("[\"“”„]([^\"“”„]*)[\"“”]");

  private QuotedPhrases() {}

  static List<String> in(String query) {
    List<String> phrases =
        QUOTED
            .matcher(query)
            .results()
            .map((MatchResult match) -> match.group(1).strip())
            .filter(phrase -> !phrase.isEmpty())
            .distinct()
            .toList();
    if (phrases.size() > MOST) {
      throw new InvalidRequest(
          "q has %d phrases in quotation marks; at most %d are allowed"
              .formatted(phrases.size(), MOST));
    }
    return phrases;
  }
}
