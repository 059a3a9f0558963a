package dev.kindred.index.lucene;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * What a word is looked for by. The first words are remembered, among which are those that most
 * texts are made of: every page of results goes through a few thousand. Thread-safe.
 */
final class WordForms {
  private static final int REMEMBERED = 50_000;

  /** One letter becomes four at most. */
  private static final int LONGEST_FOLD = 4;

  private final Map<String, Forms> known = new ConcurrentHashMap<>();
  private final Function<String, Optional<String>> stem;

  /**
   * The forms of a word.
   *
   * @param exact without accents
   * @param stem none for a stop word
   */
  record Forms(String exact, Optional<String> stem) {}

  /**
   * @param stem of a word in lower case
   */
  WordForms(Function<String, Optional<String>> stem) {
    this.stem = stem;
  }

  /**
   * @param word in lower case
   */
  Forms of(String word) {
    Forms before = known.get(word);
    if (before != null) {
      return before;
    }
    Forms forms = new Forms(folded(word), stem.apply(word));
    if (known.size() < REMEMBERED) {
      known.put(word, forms);
    }
    return forms;
  }

  private static String folded(String word) {
    char[] folded = new char[LONGEST_FOLD * word.length()];
    int length = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, folded, 0, word.length());
    return new String(folded, 0, length);
  }
}
