package dev.kindred.search.sentence;

import dev.kindred.index.Token;
import dev.kindred.paper.sentence.Span;
import java.util.ArrayList;
import java.util.List;

/** The words of a text that match a query's. */
final class Highlights {
  private Highlights() {}

  /**
   * A span for each of them, in order. Two words that share a character, as those of "½" do, have
   * one.
   *
   * @param matches the words of the text whose stems are the query's, in order
   */
  static List<Span> of(List<Token> matches) {
    List<Span> spans = new ArrayList<>();
    for (Token match : matches) {
      boolean overlaps = !spans.isEmpty() && match.start() < spans.getLast().end();
      int start = overlaps ? spans.removeLast().start() : match.start();
      spans.add(new Span(start, match.end()));
    }
    return spans;
  }
}
