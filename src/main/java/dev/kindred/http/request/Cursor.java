package dev.kindred.http.request;

import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a list goes on: behind this paper. Opaque to clients, so that its form may change. */
public record Cursor(PaperId last) {
  private static final String VERSION = "1:";

  public String encoded() {
    byte[] plain = (VERSION + last).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @throws InvalidRequest if it did not write this
   */
  public static Cursor parse(String text) {
    return plain(text)
        .filter(plain -> plain.startsWith(VERSION))
        .flatMap(plain -> PaperId.parse(plain.substring(VERSION.length())))
        .map(Cursor::new)
        .filter(cursor -> cursor.encoded().equals(text))
        .orElseThrow(() ->
            new InvalidRequest(
                "cursor is %s; it must be the \"next\" of an answer, unchanged"
                    .formatted(Quoted.of(text))));
  }

  private static Optional<String> plain(String text) {
    try {
      return StrictUtf8.decode(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
