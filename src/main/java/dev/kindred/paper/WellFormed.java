package dev.kindred.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Text that every encoding can write down and every terminal can show. JSON can spell out half of a
 * surrogate pair, which no UTF-8 has: it would come back from a store as something else.
 */
final class WellFormed {
  private static final int REPLACEMENT_CHARACTER = 0xFFFD;

  private WellFormed() {}

  static String text(String text) {
    return replaced(text, WellFormed::isHalfAPair, REPLACEMENT_CHARACTER);
  }

  /** Control characters are blanks, all but tabs and line breaks. */
  static String printable(String text) {
    return replaced(text(text), c -> Character.isISOControl(c) && "\t\n\r".indexOf(c) < 0, ' ');
  }

  private static String replaced(String text, IntPredicate wrong, int replacement) {
    if (!hasAny(text, wrong)) {
      return text;
    }
    StringBuilder mended = new StringBuilder(text.length());
    text.codePoints().map(c -> wrong.test(c) ? replacement : c).forEach(mended::appendCodePoint);
    return mended.toString();
  }

  /** A loop, for every text of every result comes by. */
  private static boolean hasAny(String text, IntPredicate wrong) {
    for (int i = 0, codePoint; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      if (wrong.test(codePoint)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHalfAPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** A JSON value with all its texts mended. */
  static @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case String text -> text(text);
      case List<?> list -> list.stream().<@Nullable Object>map(WellFormed::value).toList();
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> mended = new LinkedHashMap<>();
        map.forEach((name, inner) -> mended.put(text(String.valueOf(name)), value(inner)));
        yield mended;
      }
      case null, default -> value;
    };
  }
}
