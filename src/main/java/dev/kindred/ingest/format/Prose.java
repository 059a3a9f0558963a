package dev.kindred.ingest.format;

/** Tells abstracts from titles by their look. */
final class Prose {
  /** No title is that long; nearly every abstract is. */
  static final int LONG_CHARS = 300;

  private static final int SHORT_CHARS = 60;

  private Prose() {}

  static boolean isLong(String text) {
    return text.length() >= LONG_CHARS;
  }

  /** Whether it is long, or a sentence of some length: a title seldom ends with a full stop. */
  static boolean isAbstractLike(String text) {
    return isLong(text) || (text.length() >= SHORT_CHARS && endsSentence(text));
  }

  static boolean endsSentence(String text) {
    return text.endsWith(".");
  }
}
