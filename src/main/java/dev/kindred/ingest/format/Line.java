package dev.kindred.ingest.format;

import dev.kindred.ingest.format.Entry.Unreadable;

/** A stretch of a file's text that stands for one entry or a part of one: most often a line. */
sealed interface Line {
  /** How much of an unreadable text is shown. */
  int MAX_SHOWN_CHARS = 10_000;

  /** The line of the file where it begins, from 1. */
  long number();

  /** Without its line break. Of a garbled line, as much as can be shown. */
  String text();

  /** Text as it is in the file. */
  record Clear(long number, String text) implements Line {}

  /** Text that was too long to hold, or whose bytes are no text. */
  record Garbled(long number, String text, String reason) implements Line {}

  default boolean isBlank() {
    return text().isBlank();
  }

  default Unreadable unreadable(String reason) {
    String shown =
        text().length() <= MAX_SHOWN_CHARS ? text() : text().substring(0, MAX_SHOWN_CHARS) + "…";
    return new Unreadable(number(), reason, shown);
  }
}
