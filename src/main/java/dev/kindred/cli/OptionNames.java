package dev.kindred.cli;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls values by the options that they were given with, where the rules they break, which are the
 * API's as well, call them by its parameters.
 */
final class OptionNames {
  /** A message begins with the value it is about; some parameters are told by their names alone. */
  private static final Pattern NAMES =
      Pattern.compile(
          "^(q|limit|offset|diversity|category|author|year|metadata|facets|exclude|model|split)"
              + "(?= (is|has|could) )"
              + "|^(positive|negative) has the (paper|text)"
              + "|^positive and negative have"
              + "|(?<!-)\\b(min_relevance|published_from|published_to|offset \\+ limit|mode(?==))"
              + "|\"[^\"]*\""); // what a stranger wrote, which stays as it is

  /** Those that are not the parameter with two hyphens before it. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("q", "QUERY"),
          Map.entry("facets", "--facet"),
          Map.entry("min_relevance", "--min-relevance"),
          Map.entry("published_from", "--published-from"),
          Map.entry("published_to", "--published-to"),
          Map.entry("offset + limit", "--offset + --limit"),
          Map.entry("positive has the paper", "--like has the paper"),
          Map.entry("positive has the text", "--like-text has the text"),
          Map.entry("negative has the paper", "--unlike has the paper"),
          Map.entry("negative has the text", "--unlike-text has the text"),
          Map.entry("positive and negative have", "what is liked and what is not have"));

  private OptionNames() {}

  static String in(String message) {
    return NAMES
        .matcher(message)
        .replaceAll(name -> Matcher.quoteReplacement(option(name.group())));
  }

  private static String option(String found) {
    return found.startsWith("\"") ? found : OTHERS.getOrDefault(found, "--" + found);
  }
}
