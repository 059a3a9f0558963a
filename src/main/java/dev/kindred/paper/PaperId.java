package dev.kindred.paper;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/**
 * The name a collection knows a paper by: any text of 1 to 256 UTF-8 bytes without control
 * characters and without blanks at its ends, in Unicode normalisation form C. Slashes, colons and
 * letters of any script are fine ({@code cs/0112017}, {@code doi:10.1000/182}).
 */
public record PaperId(String value) implements Comparable<PaperId> {
  public static final int MAX_BYTES = 256;

  /** What {@link #parse} wants, for messages: "id is …; it must be " + RULE. */
  public static final String RULE =
      "1 to " + MAX_BYTES + " bytes of text without control characters or surrounding blanks";

  public PaperId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a paper id: " + value);
    }
  }

  /** The id that a stranger's text stands for, if it is one. */
  public static Optional<PaperId> parse(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    return isValid(normal) ? Optional.of(new PaperId(normal)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return isPlain(text) || isValidUnicode(text);
  }

  /** Nearly every id is, and a search makes thousands. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_BYTES;
  }

  private static boolean isValidUnicode(String text) {
    return !text.isEmpty()
        && text.strip().equals(text)
        && utf8(text).length <= MAX_BYTES
        && text.codePoints().noneMatch(PaperId::isUnprintable)
        && Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  private static boolean isUnprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** By code point, which is also the order of the UTF-8 bytes. */
  @Override
  public int compareTo(PaperId other) {
    int common = Math.min(value.length(), other.value.length());
    for (int i = 0; i < common; i++) {
      char mine = value.charAt(i);
      char theirs = other.value.charAt(i);
      if (mine != theirs) {
        // Halves of a pair stand for code points above all that one char can hold.
        boolean isPair = Character.isSurrogate(mine);
        return isPair == Character.isSurrogate(theirs) ? mine - theirs : isPair ? 1 : -1;
      }
    }
    return value.length() - other.value.length();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return value;
  }
}
