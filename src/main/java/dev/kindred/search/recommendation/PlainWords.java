package dev.kindred.search.recommendation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text's words without case, accents and punctuation. Runs of letters and digits; an ideograph is
 * a word of its own, for nothing stands between two. Quicker than the index's analysis, which knows
 * more than is needed to compare texts.
 */
final class PlainWords {
  private PlainWords() {}

  static List<String> of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < plain.length(); ) {
      int letter = plain.codePointAt(i);
      i += Character.charCount(letter);
      boolean stands = Character.isIdeographic(letter);
      if (stands || !isPart(letter)) {
        end(word, words);
      }
      if (isPart(letter) && Character.getType(letter) != Character.NON_SPACING_MARK) {
        word.appendCodePoint(letter);
      }
      if (stands) {
        end(word, words);
      }
    }
    end(word, words);
    return words;
  }

  private static boolean isPart(int letter) {
    return Character.isLetterOrDigit(letter)
        || Character.getType(letter) == Character.NON_SPACING_MARK;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
