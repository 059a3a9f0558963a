package dev.kindred.search.recommendation;

import java.util.Collections;

/**
 * How far two papers are the same. Pure arithmetic.
 *
 * @param similarity 0 to 1. The share of words that both papers have, each as often as both have
 *     it. Where their titles are the same and their authors may be, the paper is, however it was
 *     rewritten: that share takes the quarter from {@link #SAME} to 1. Where it tells little (of
 *     titles that name different numbers, as a series has them; of few words, unless one only adds
 *     small ones) it counts three quarters.
 * @param sameTitle whether the titles are the same, word for word
 */
record Likeness(double similarity, boolean sameTitle) {
  /** From here on two papers are the same but for version or wording. */
  static final double SAME = .75;

  /** Shorter titles, such as "Editorial" and "Reply to the authors", are given again and again. */
  private static final int TELLING_TITLE = 4;

  /** Below so many words one other word can be another subject. */
  private static final int TELLING_WORDS = 30;

  static Likeness of(Wording one, Wording other) {
    double shared = one.shared(other);
    boolean sameTitle = !one.title().isEmpty() && one.title().equals(other.title());
    if (sameTitle && one.title().size() >= TELLING_TITLE && !haveOtherAuthors(one, other)) {
      return new Likeness(SAME + (1 - SAME) * shared, true);
    }
    boolean isLong = Math.min(one.length(), other.length()) >= TELLING_WORDS;
    boolean tells = !haveOtherNumbers(one, other) && (isLong || one.adds(other) || other.adds(one));
    return new Likeness(tells ? shared : SAME * shared, sameTitle);
  }

  boolean isSame() {
    return similarity >= SAME;
  }

  private static boolean haveOtherAuthors(Wording one, Wording other) {
    return !one.names().isEmpty()
        && !other.names().isEmpty()
        && Collections.disjoint(one.names(), other.names());
  }

  private static boolean haveOtherNumbers(Wording one, Wording other) {
    return !one.numbers().containsAll(other.numbers())
        && !other.numbers().containsAll(one.numbers());
  }
}
