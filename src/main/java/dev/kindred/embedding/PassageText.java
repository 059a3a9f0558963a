package dev.kindred.embedding;

import dev.kindred.paper.Paper;

/** How a paper becomes the one text that is embedded. A part of every store's identity. */
public final class PassageText {
  /** Names the rule of {@link #of}; changes whenever that rule does. */
  public static final String COMPOSITION = "title. abstract/2";

  private PassageText() {}

  /** Title and abstract in one: together they search better than the abstract alone. */
  public static String of(Paper paper) {
    if (paper.title().isBlank()) {
      return paper.abstractText();
    }
    if (paper.abstractText().isBlank()) {
      return paper.title();
    }
    String title = paper.title();
    return title + (endsASentence(title) ? " " : ". ") + paper.abstractText();
  }

  private static boolean endsASentence(String title) {
    return switch (title.charAt(title.length() - 1)) {
      case '.', '?', '!', '…', '。' -> true;
      default -> false;
    };
  }
}
