package dev.kindred.search.relevance;

import dev.kindred.paper.Paper;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A query that a paper answers as well as any: its title, or the beginning of its abstract. */
final class OwnQuery {
  /** As long as a title is. */
  private static final int WORDS = 12;

  private OwnQuery() {}

  static String of(Paper paper) {
    return paper.title().isBlank() ? beginning(paper.abstractText()) : paper.title();
  }

  private static String beginning(String text) {
    return Arrays.stream(text.strip().split("\\s+")).limit(WORDS).collect(Collectors.joining(" "));
  }
}
