package dev.kindred.index.lucene;

import java.util.ArrayList;
import java.util.List;

/**
 * By which terms a word of a name may be indexed: O'Connor is looked for as OConnor, too, and the
 * other way round. The analysis has made one apostrophe of all kinds and none at the ends of a
 * word.
 */
final class NameSpellings {
  private static final String APOSTROPHE = "'";

  /** No name is longer; each letter costs a look into the dictionary. */
  private static final int LONGEST = 40;

  private NameSpellings() {}

  /** The word itself comes first. */
  static List<String> of(String word) {
    List<String> spellings = new ArrayList<>();
    spellings.add(word);
    if (word.contains(APOSTROPHE)) {
      spellings.add(word.replace(APOSTROPHE, ""));
    } else if (word.length() <= LONGEST) {
      for (int at = 1; at < word.length(); at = word.offsetByCodePoints(at, 1)) {
        spellings.add(word.substring(0, at) + APOSTROPHE + word.substring(at));
      }
    }
    return spellings;
  }
}
