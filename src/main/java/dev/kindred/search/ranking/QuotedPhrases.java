package dev.kindred.search.ranking;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a query has in quotation marks: it is meant to be found exactly so. */
final class QuotedPhrases {
  /** Straight or typographic marks; one that is never closed quotes nothing. */
  private static final Pattern QUOTED = Pattern.compile("[\"“”„]([^\"“”„]+)[\"“”]");

  private QuotedPhrases() {}

  static List<String> in(String query) {
    return QUOTED
        .matcher(query)
        .results()
        .map((MatchResult match) -> match.group(1).strip())
        .filter(phrase -> !phrase.isEmpty())
        .distinct()
        .toList();
  }
}
