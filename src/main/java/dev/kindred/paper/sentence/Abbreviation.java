package dev.kindred.paper.sentence;

import java.util.Locale;
import java.util.Set;

/** What a full stop behind a word means. */
enum Abbreviation {
  /** The word is no abbreviation: the stop ends the sentence. */
  NONE,
  /** Something always follows: the stop ends nothing. */
  INSIDE,
  /** It is abbreviated if a number follows. */
  BEFORE_A_NUMBER,
  /** A sentence may end with it. */
  EITHER;

  private static final Set<String> ALWAYS_INSIDE =
      Characters.words(
          """
          approx ca cf dr drs e.g eg eq eqn eqs esp fig figs gen i.e ie mr mrs prof ref refs
          resp st subsp supp suppl v.s var viz vs w.r.t
          """);

  private static final Set<String> NUMBERED =
      Characters.words(
          """
          ch chap no nos pp sec sect tab vol vols
          """);

  private static final Set<String> MAYBE =
      Characters.words(
          """
          a.m al co corp inc jr ltd ms p.m ph.d sp spp sr
          """);

  /** Of a word as it stands before the stop, with the dots in it. */
  static Abbreviation of(String word) {
    if (isAcronym(word)) {
      return NONE;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (ALWAYS_INSIDE.contains(lower)) {
      return INSIDE;
    }
    if (NUMBERED.contains(lower) || isSmallLetter(word)) {
      return BEFORE_A_NUMBER;
    }
    return MAYBE.contains(lower) || isInitials(word) ? EITHER : NONE;
  }

  /** As "CF" and "MS", which are diseases. */
  private static boolean isAcronym(String word) {
    return word.length() > 1 && word.chars().allMatch(Character::isUpperCase);
  }

  /** As in "c. 5261" and "p. 5"; behind a number it is a unit. */
  private static boolean isSmallLetter(String word) {
    return word.length() == 1 && Character.isLowerCase(word.charAt(0));
  }

  /** A capital, or letters with dots between them, as in "U.S" and "i.v". */
  private static boolean isInitials(String word) {
    if (word.length() == 1) {
      return Character.isUpperCase(word.charAt(0));
    }
    for (int i = 0; i < word.length(); i++) {
      if ((word.charAt(i) == '.') != (i % 2 == 1)) {
        return false;
      }
    }
    return word.length() % 2 == 1;
  }
}
