package dev.kindred.http.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-8 that is refused where it is damaged, instead of being read as something else. */
final class StrictUtf8 {
  private StrictUtf8() {}

  static Optional<String> decode(byte[] bytes) {
    try {
      // A new decoder reports malformed input; the decoding of String replaces it.
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }
}
