package dev.kindred.http.activity;

/** A stranger's text as it is remembered: its beginning, so that much of it takes little room. */
final class Shortened {
  private static final int MOST_CHARS = 300;

  private Shortened() {}

  static String of(String text) {
    if (text.length() <= MOST_CHARS) {
      return text;
    }
    boolean partsACharacter = Character.isHighSurrogate(text.charAt(MOST_CHARS - 1));
    return text.substring(0, partsACharacter ? MOST_CHARS - 1 : MOST_CHARS) + "…";
  }
}
