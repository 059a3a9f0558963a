package dev.kindred.index.lucene;

import dev.kindred.index.Token;
import java.util.List;
import java.util.Set;

/**
 * Words of a question that tell nothing of what is asked for. Papers keep these words, and where a
 * question has no others they are looked for. Words that are often subjects, as "search" or
 * "talking", are not among them, nor is any in capitals, as "WHO".
 */
final class AskingWords {
  private static final Set<String> ALL =
      Set.of(
          """
          what which who whom whose how why when where do does did can could should would shall
          show me find give tell please thanks thank hi hello hey
          i i'm am my we our us you your want wanted like interested curious wonder wondering
          know knows heard recommend suggest looking wrote talk talks say says said saying
          any anything anyone anybody someone somebody something everything about here have has had
          mention mentions mentioned mentioning discuss discusses info stuff got vs versus
          paper papers article articles publication publications
          """
              .strip()
              .split("\\s+"));

  private AskingWords() {}

  /**
   * The words of a question that tell something; all if none does.
   *
   * @param text what the words are of
   */
  static List<Token> leftOutOf(List<Token> question, String text) {
    List<Token> telling = question.stream().filter(word -> tells(word, text)).toList();
    return telling.isEmpty() ? question : telling;
  }

  private static boolean tells(Token word, String text) {
    return word.stem().isPresent()
        && (!ALL.contains(word.exact()) || isName(text.substring(word.start(), word.end())));
  }

  /** "US", "DiD": a capital letter that does not begin a word makes it another one. */
  private static boolean isName(String word) {
    return word.codePoints().skip(1).anyMatch(Character::isUpperCase);
  }
}
