package dev.kindred.search.sentence;

import dev.kindred.index.Token;
import dev.kindred.paper.sentence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words of a text that match a query's. */
final class Highlights {
  private Highlights() {}

  /**
   * A span for each word whose stem is one of the query's, in order. Two words that share a
   * character, as those of "½" do, have one.
   *
   * @param tokens of the text
   * @param stems of the query; stop words have none
   */
  static List<Span> of(List<Token> tokens, Set<String> stems) {
    List<Span> spans = new ArrayList<>();
    for (Token token : tokens) {
      if (token.stem().filter(stems::contains).isPresent()) {
        boolean overlaps = !spans.isEmpty() && token.start() < spans.getLast().end();
        int start = overlaps ? spans.removeLast().start() : token.start();
        spans.add(new Span(start, token.end()));
      }
    }
    return spans;
  }
}
