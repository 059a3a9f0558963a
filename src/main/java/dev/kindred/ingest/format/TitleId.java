package dev.kindred.ingest.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * An id for a paper of which only the title is known: {@code daily-} and the title's beginning, for
 * people, and the first 8 hexadecimal digits of the SHA-256 of the whole title, for being distinct.
 * Capitals, blanks, punctuation and compatibility forms of characters (NFKC) make no difference.
 */
final class TitleId {
  private static final int MAX_SLUG_CHARS = 60;
  private static final int HASH_BYTES = 4;

  private TitleId() {}

  static String of(String title) {
    String normal = normal(title);
    String slug = slug(normal);
    return "daily-" + (slug.isEmpty() ? "" : slug + "-") + hash(normal);
  }

  private static String normal(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{P}\\p{Z}]+", " ")
        .strip();
  }

  private static String slug(String normal) {
    String ascii =
        Normalizer.normalize(normal, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (ascii.length() <= MAX_SLUG_CHARS) {
      return ascii;
    }
    int lastWhole = ascii.lastIndexOf('-', MAX_SLUG_CHARS);
    return ascii.substring(0, lastWhole > 0 ? lastWhole : MAX_SLUG_CHARS);
  }

  private static String hash(String normal) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(normal.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
