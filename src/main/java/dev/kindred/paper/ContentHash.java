package dev.kindred.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a paper's title and abstract, as 64 hexadecimal digits. */
public record ContentHash(String hex) {
  static ContentHash of(String title, String abstractText) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(title.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
      sha256.update(abstractText.getBytes(StandardCharsets.UTF_8));
      return new ContentHash(HexFormat.of().formatHex(sha256.digest()));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
