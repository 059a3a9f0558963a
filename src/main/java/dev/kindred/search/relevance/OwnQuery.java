package dev.kindred.search.relevance;

import dev.kindred.paper.Paper;
import java.text.BreakIterator;
import java.util.Locale;

/** A query that a paper answers as well as any: its title, or the beginning of its abstract. */
final class OwnQuery {
  /** Shorter beginnings are numbers and headings, as "OBJECTIVE." */
  private static final int MIN_CHARS = 40;

  private OwnQuery() {}

  static String of(Paper paper) {
    return paper.title().isBlank() ? firstSentence(paper.abstractText()) : paper.title();
  }

  private static String firstSentence(String text) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    int end = sentences.next();
    while (end != BreakIterator.DONE && end < MIN_CHARS) {
      end = sentences.next();
    }
    return end == BreakIterator.DONE ? text : text.substring(0, end).strip();
  }
}
