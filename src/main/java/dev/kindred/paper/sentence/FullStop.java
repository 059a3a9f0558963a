package dev.kindred.paper.sentence;

import java.util.Locale;
import java.util.Set;

/** Whether a full stop, or another mark that can end a sentence, does. */
final class FullStop {
  /** Longer words are neither abbreviations nor among those below. */
  private static final int LONGEST = 20;

  /** Begin sentences and no names: with one of them a new sentence begins even after "et al.". */
  private static final Set<String> OPENERS =
      Characters.words(
          """
          a across after all also although an as at background based because before beyond both
          but by code conclusion conclusions despite due during each evaluation experimental
          experiments extensive finally first for furthermore given hence here how however if in
          it its many methods moreover most next no on one other our recently results second
          since some specifically such that the their then there therefore these they this those
          three through thus to two under using we what when where whereas which while with
          within without
          """);

  /** A capital behind one of these is its kind, as in "vitamin D.", and nobody's initial. */
  private static final Set<String> KINDS =
      Characters.words(
          """
          appendix arm class cohort factor grade group hepatitis influenza level part phase
          protein serotype stage strain subtask subtype task toxin type virus vitamin
          """);

  private FullStop() {}

  /**
   * Where the sentence ends, or -1 if it goes on.
   *
   * @param start where it begins
   * @param stop where the mark is
   * @param behind the place behind it, and behind what else belongs to it
   */
  static int endOfSentence(String text, int start, int stop, int behind) {
    if (behind == text.length() || Characters.isWideStop(text.charAt(stop))) {
      return behind;
    }
    int end = skipReferences(text, stop, behind);
    int next = Characters.skipBlanks(text, end);
    if (next == text.length()) {
      return end;
    }
    boolean isEnd = next > end && opens(text, next) && !isInside(text, start, stop, next);
    return isEnd ? end : -1;
  }

  /** Numbers of references, set high once, that follow on the stop as in "known.1,2 It". */
  private static int skipReferences(String text, int stop, int behind) {
    boolean followsAWord = stop > 1 && Character.isLowerCase(text.charAt(stop - 1));
    int at = behind;
    while (followsAWord && at < text.length() && at < behind + LONGEST && isReference(text, at)) {
      at++;
    }
    boolean isAlone = at < text.length() && Character.isWhitespace(text.charAt(at));
    return isAlone ? at : behind;
  }

  private static boolean isReference(String text, int at) {
    char c = text.charAt(at);
    return (c >= '0' && c <= '9') || c == ',' || c == '-' || c == '–';
  }

  /** Whether a sentence can begin so: not with a small letter, but for one as in "p53", "mRNA". */
  private static boolean opens(String text, int at) {
    int first = at;
    while (first < text.length() - 1
        && first < at + 3
        && Characters.isOpening(text.charAt(first))) {
      first++;
    }
    char letter = text.charAt(first);
    if (!Character.isLowerCase(letter)) {
      return Character.isLetterOrDigit(letter) || Characters.isOpening(letter) || isBullet(letter);
    }
    boolean isGreek = Character.UnicodeScript.of(letter) == Character.UnicodeScript.GREEK;
    return isGreek
        || text.substring(first, Characters.endOfWord(text, first, LONGEST))
            .chars()
            .anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  private static boolean isBullet(char c) {
    return c == '•' || c == '-' || c == '–' || c == '—' || c == '*' || Character.isSurrogate(c);
  }

  /** Whether the stop is a part of what it follows on. */
  private static boolean isInside(String text, int start, int stop, int next) {
    if (text.charAt(stop) != '.' || text.startsWith("..", stop)) {
      return false;
    }
    int from = Characters.startOfDottedWord(text, stop, LONGEST);
    if (from == stop) {
      return isNumbering(text, start, stop);
    }
    if (isTail(text, from)) {
      return false;
    }
    return switch (Abbreviation.of(text.substring(from, stop))) {
      case NONE -> false;
      case INSIDE -> true;
      case BEFORE_A_NUMBER -> Character.isDigit(text.charAt(next));
      case EITHER -> !isIn(OPENERS, text, next) && !isKind(text, from);
    };
  }

  /** Whether letters are the end of a word as "70B" or "type-A"; those of "J.-P." are not. */
  private static boolean isTail(String text, int letters) {
    char before = letters > 0 ? text.charAt(letters - 1) : ' ';
    boolean isOfInitials = letters > 1 && text.charAt(letters - 2) == '.';
    return Character.isDigit(before) || (before == '-' && !isOfInitials);
  }

  /** Such as "1." before the words it counts. */
  private static boolean isNumbering(String text, int start, int stop) {
    return stop - start <= 3 && text.substring(start, stop).chars().allMatch(Character::isDigit);
  }

  private static boolean isKind(String text, int letter) {
    int end = Characters.skipBlanksBack(text, letter);
    return isIn(KINDS, text, Characters.startOfDottedWord(text, end, LONGEST));
  }

  private static boolean isIn(Set<String> words, String text, int at) {
    String word = text.substring(at, Characters.endOfWord(text, at, LONGEST));
    return words.contains(word.toLowerCase(Locale.ROOT));
  }
}
