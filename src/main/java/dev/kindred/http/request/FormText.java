package dev.kindred.http.request;

import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The text behind one name or value of a query string (URL standard, section 5.1). */
final class FormText {
  private FormText() {}

  /**
   * Decodes {@code %XX} and {@code +}.
   *
   * @throws InvalidRequest if a percent sign has no two hexadecimal digits behind it, or the bytes
   *     are not UTF-8
   */
  static String decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    int at = 0;
    while (at < encoded.length()) {
      int codePoint = encoded.codePointAt(at);
      switch (codePoint) {
        case '%' -> {
          bytes.write(octet(encoded, at));
          at += 2;
        }
        case '+' -> bytes.write(' ');
        default -> bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
      }
      at += Character.charCount(codePoint);
    }
    return StrictUtf8.decode(bytes.toByteArray())
        .orElseThrow(() ->
            new InvalidRequest(
                "the query string holds %s, which is not percent-encoded UTF-8"
                    .formatted(Quoted.of(encoded))));
  }

  private static int octet(String encoded, int percent) {
    if (percent + 2 < encoded.length()) {
      int high = Character.digit(encoded.charAt(percent + 1), 16);
      int low = Character.digit(encoded.charAt(percent + 2), 16);
      if (high >= 0 && low >= 0) {
        return high * 16 + low;
      }
    }
    throw new InvalidRequest(
        ("the query string holds %s; a percent sign must be followed by two hexadecimal digits"
                + " (write %%25 for the sign itself)")
            .formatted(Quoted.of(encoded)));
  }
}
