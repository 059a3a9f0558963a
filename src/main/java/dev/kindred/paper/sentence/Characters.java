package dev.kindred.paper.sentence;

import java.util.Set;

/** What the characters of a text are, and where runs of them end. */
final class Characters {
  private Characters() {}

  /** Words with blanks between them, as a set. */
  static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+", -1));
  }

  static boolean isStop(char c) {
    return switch (c) {
      case '.', '!', '?', '…', '。', '！', '？' -> true;
      default -> false;
    };
  }

  /** A stop that no blank follows, for its language has none. */
  static boolean isWideStop(char c) {
    return switch (c) {
      case '。', '！', '？' -> true;
      default -> false;
    };
  }

  static boolean isOpening(char c) {
    return switch (c) {
      case '(', '[', '{', '"', '\'', '“', '‘', '«', '¿', '¡' -> true;
      default -> false;
    };
  }

  private static boolean isClosing(char c) {
    return switch (c) {
      case ')', ']', '}', '"', '\'', '”', '’', '»' -> true;
      default -> false;
    };
  }

  /** Behind the stops that begin here, and the brackets and quotation marks they close. */
  static int skipClosing(String text, int from) {
    int at = from;
    while (at < text.length() && (isStop(text.charAt(at)) || isClosing(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Where the blanks before a place begin. */
  static int skipBlanksBack(String text, int to) {
    int at = to;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  static boolean hasEmptyLine(String text, int from, int to) {
    int first = text.indexOf('\n', from, to);
    return first >= 0 && text.indexOf('\n', first + 1, to) >= 0;
  }

  /** Behind the letters, digits and hyphens that begin here; looks at so many at most. */
  static int endOfWord(String text, int from, int most) {
    int limit = Math.min(text.length(), from + most);
    int at = from;
    while (at < limit && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
      at++;
    }
    return at;
  }

  /** Where the letters, and dots between them, begin that end here; looks at so many at most. */
  static int startOfDottedWord(String text, int to, int most) {
    int limit = Math.max(0, to - most);
    int at = to;
    while (at > limit && (Character.isLetter(text.charAt(at - 1)) || text.charAt(at - 1) == '.')) {
      at--;
    }
    return at;
  }
}
