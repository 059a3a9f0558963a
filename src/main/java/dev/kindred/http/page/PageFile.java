package dev.kindred.http.page;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A file as a browser gets it. Immutable. */
public final class PageFile {
  private static final int FINGERPRINT_BYTES = 16;

  private final String contentType;
  private final byte[] content;
  private final String fingerprint;

  PageFile(String contentType, byte[] content) {
    this.contentType = contentType;
    this.content = content.clone();
    this.fingerprint = HexFormat.of().formatHex(digest("SHA-256"), 0, FINGERPRINT_BYTES);
  }

  public String contentType() {
    return contentType;
  }

  /** A copy of the bytes. */
  public byte[] content() {
    return content.clone();
  }

  /** Another one for other bytes. */
  public String fingerprint() {
    return fingerprint;
  }

  /** What a page that loads the file may ask a browser to check (W3C Subresource Integrity). */
  public String integrity() {
    return "sha384-" + Base64.getEncoder().encodeToString(digest("SHA-384"));
  }

  private byte[] digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
