package dev.kindred.index.lucene;

import java.util.BitSet;
import java.util.Set;

/**
 * Tells by a word's first letters that it cannot have any of some stems, as most words of a text
 * cannot, before anything dear is done with it. Not to be changed once made; thread-safe.
 */
final class Beginnings {
  private static final int ASCII = 128;

  private final BitSet pairs = new BitSet(ASCII * ASCII);

  Beginnings(Set<String> stems) {
    for (String stem : stems) {
      if (stem.length() == 1 && stem.charAt(0) < ASCII) {
        pairs.set(ASCII * stem.charAt(0), ASCII * (stem.charAt(0) + 1));
      } else if (stem.length() > 1 && isAscii(stem)) {
        pairs.set(pair(stem));
      }
    }
  }

  /**
   * Whether a word can have one of the stems. Single letters and those that lose accents are not
   * looked at.
   *
   * @param word in lower case
   */
  boolean mayBegin(CharSequence word) {
    return word.length() < 2 || !isAscii(word) || pairs.get(pair(word));
  }

  private static boolean isAscii(CharSequence word) {
    return word.charAt(0) < ASCII && word.charAt(1) < ASCII;
  }

  /** An English stem changes no other of them than an y, into an i: "eyed" has "ei". */
  private static int pair(CharSequence word) {
    char second = word.charAt(1);
    return ASCII * word.charAt(0) + (second == 'y' ? 'i' : second);
  }
}
