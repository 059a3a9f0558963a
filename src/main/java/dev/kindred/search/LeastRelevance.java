package dev.kindred.search;

import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.relevance.Label;

/** A threshold of relevance, as an address or a command line spells it. */
public final class LeastRelevance {
  private LeastRelevance() {}

  /** Reads a number from 0 to 1, or a label, which stands for the least relevance that has it. */
  public static double parse(String text) {
    for (Label label : Label.values()) {
      if (label.toString().equals(text)) {
        return label.from();
      }
    }
    return PlainNumber.parse(text).stream()
        .filter(number -> number >= 0 && number <= 1)
        .findFirst()
        .orElseThrow(() ->
            new InvalidRequest(
                "min_relevance is %s; it must be a number from 0 to 1, or strong, related or weak"
                    .formatted(Quoted.of(text))));
  }
}
