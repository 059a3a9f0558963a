package dev.kindred.paper;

/** The beginning of a long text. */
public final class Shortened {
  private Shortened() {}

  /** The text, or its first so many chars, no character parted, and an ellipsis. */
  public static String of(String text, int mostChars) {
    if (text.length() <= mostChars) {
      return text;
    }
    boolean partsACharacter = Character.isHighSurrogate(text.charAt(mostChars - 1));
    return text.substring(0, partsACharacter ? mostChars - 1 : mostChars) + "…";
  }
}
