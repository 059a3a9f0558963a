package dev.kindred.ingest.format;

import java.util.ArrayList;
import java.util.List;

/** A title and its abstract on a Daily Papers page, or one that has lost the other. */
sealed interface PagePair {
  record Both(Line title, Line abstractText) implements PagePair {}

  record Alone(Line line, String reason) implements PagePair {}

  /**
   * Pairs texts that follow one another. A missing title or abstract costs its own entry and does
   * not shift those behind it.
   */
  static List<PagePair> of(List<Line> texts) {
    List<PagePair> pairs = new ArrayList<>();
    int i = 0;
    while (i < texts.size()) {
      Line text = texts.get(i++);
      if (Prose.isLong(text.text())) {
        pairs.add(new Alone(text, "an abstract without a title before it"));
      } else if (i < texts.size() && belong(texts, i)) {
        pairs.add(new Both(text, texts.get(i++)));
      } else {
        pairs.add(new Alone(text, "a title without an abstract behind it"));
      }
    }
    return pairs;
  }

  /** Whether the text at this place is the abstract of the title before it. */
  private static boolean belong(List<Line> texts, int place) {
    String title = texts.get(place - 1).text();
    String text = texts.get(place).text();
    String behind = place + 1 < texts.size() ? texts.get(place + 1).text() : "";
    if (Prose.isLong(text)) {
      return true;
    }
    if (Prose.isAbstractLike(behind)) { // then this may be the title of that
      return Prose.isAbstractLike(text) && !Prose.isLong(behind);
    }
    return Prose.isAbstractLike(text) || text.length() > title.length();
  }
}
