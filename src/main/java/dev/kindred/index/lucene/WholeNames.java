package dev.kindred.index.lucene;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whole titles and names as terms: their words in order, so that case, accents and punctuation make
 * no difference. Part of the store's format.
 */
final class WholeNames {
  /** Lucene takes no term of more than 32,766 bytes; a longer text is known by its hash. */
  private static final int MAX_CHARS = 2_000;

  private final PaperAnalyzer analyzer;

  WholeNames(PaperAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** The term of a title; none for one without words. */
  Set<String> ofTitle(String title) {
    String words = String.join(" ", analyzer.tokens(Fields.EXACT, title));
    return words.isEmpty() ? Set.of() : Set.of(shortened(words));
  }

  /** The terms of a name, in both orders where a comma says that the family name comes first. */
  Set<String> ofPerson(String name) {
    Set<String> terms = new LinkedHashSet<>(ofTitle(name));
    String[] parts = name.split(",", -1);
    if (parts.length == 2) {
      terms.addAll(ofTitle(parts[1] + " " + parts[0]));
    }
    return terms;
  }

  private static String shortened(String words) {
    if (words.length() <= MAX_CHARS) {
      return words;
    }
    try {
      byte[] utf8 = words.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
