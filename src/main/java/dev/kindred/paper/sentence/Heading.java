package dev.kindred.paper.sentence;

import java.util.Set;

/** Headings of structured abstracts, which often follow on the text before without a full stop. */
final class Heading {
  private static final Set<String> WORDS =
      Characters.words(
          """
          AIM AIMS BACKGROUND CONCLUSION CONCLUSIONS CONTEXT DESIGN DISCUSSION FINDINGS
          INTERPRETATION INTRODUCTION METHODS OBJECTIVE OBJECTIVES PURPOSE RESULTS SETTING
          SIGNIFICANCE
          """);

  private static final int LONGEST = 20;

  private Heading() {}

  /**
   * Whether a heading, and with it a sentence, begins behind some blanks.
   *
   * @param blanks where they begin
   * @param next where they end
   */
  static boolean begins(String text, int blanks, int next) {
    int end = Characters.endOfWord(text, next, LONGEST);
    if (blanks == 0 || !WORDS.contains(text.substring(next, end))) {
      return false;
    }
    return !endsInCapitals(text, blanks) && introduces(text, end);
  }

  /** Then it is the second word of a heading, or all of the text is in capitals. */
  private static boolean endsInCapitals(String text, int to) {
    char last = text.charAt(to - 1);
    boolean isWord = to > 1 && Character.isLetter(text.charAt(to - 2));
    return (Character.isUpperCase(last) && isWord) || last == '&' || last == '/';
  }

  private static boolean introduces(String text, int end) {
    int colon = end < text.length() && text.charAt(end) == ':' ? end + 1 : end;
    int next = Characters.skipBlanks(text, colon);
    return next > colon && next < text.length() && !Character.isLowerCase(text.charAt(next));
  }
}
