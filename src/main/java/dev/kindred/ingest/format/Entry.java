package dev.kindred.ingest.format;

import dev.kindred.paper.Paper;

/** What a reader found at one place of a file. */
public sealed interface Entry {
  /** The line where it begins, from 1. */
  long line();

  /**
   * A paper.
   *
   * @param partial whether the source tells only a part of what may be known (a list page without
   *     dates), so that an older, fuller description is filled in rather than replaced
   */
  record Read(long line, Paper paper, boolean partial) implements Entry {}

  /**
   * Something that is no paper.
   *
   * @param reason which value breaks which rule
   * @param text the line, or its beginning if it is very long
   */
  record Unreadable(long line, String reason, String text) implements Entry {}
}
