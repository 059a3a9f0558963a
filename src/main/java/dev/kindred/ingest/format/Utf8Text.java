package dev.kindred.ingest.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects bytes up to a limit and makes text of them, refusing what is not UTF-8. */
final class Utf8Text {
  private final int limit;
  private byte[] bytes = new byte[1 << 12];
  private int length;
  private boolean tooLong;

  Utf8Text(int limit) {
    this.limit = limit;
  }

  void clear() {
    length = 0;
    tooLong = false;
  }

  void append(int next) {
    if (length == limit) {
      tooLong = true;
      return;
    }
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(limit, 2 * length));
    }
    bytes[length++] = (byte) next;
  }

  /**
   * What was collected.
   *
   * @param piece what it is called when it is too long: a line, an element
   */
  Line toLine(long number, String piece) {
    if (tooLong) {
      String beginning = new String(bytes, 0, Line.MAX_SHOWN_CHARS, StandardCharsets.UTF_8);
      return new Line.Garbled(
          number,
          beginning + "…",
          "this %s is longer than the %d bytes that are read at once".formatted(piece, limit));
    }
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    // A replacement character may be in the file itself; only the strict decoder can tell.
    int malformed = text.indexOf('\uFFFD') < 0 ? -1 : firstMalformed();
    return malformed < 0
        ? new Line.Clear(number, text)
        : new Line.Garbled(
            number,
            text,
            "byte %d of this %s is 0x%02X, which is not UTF-8 there"
                .formatted(malformed + 1, piece, bytes[malformed]));
  }

  private int firstMalformed() {
    CharsetDecoder strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
    boolean wellFormed = !strict.decode(in, CharBuffer.allocate(length), true).isError();
    return wellFormed ? -1 : in.position();
  }
}
