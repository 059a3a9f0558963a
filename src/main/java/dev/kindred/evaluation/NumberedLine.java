package dev.kindred.evaluation;

import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A line of a file, without its line break.
 *
 * @param number from 1
 */
record NumberedLine(Path file, int number, String text) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * The lines that are not blank, of a UTF-8 file as it is or packed with gzip.
   *
   * @throws InvalidRequest naming the first line that is not UTF-8
   * @throws IOException naming the file, if it cannot be read
   */
  static List<NumberedLine> read(Path file) throws IOException {
    byte[] bytes = bytes(file);
    List<NumberedLine> lines = new ArrayList<>();
    int start = 0;
    for (int number = 1; start < bytes.length; number++) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      NumberedLine line = decoded(file, number, ByteBuffer.wrap(bytes, start, end - start));
      if (!line.text.isBlank()) {
        lines.add(line);
      }
      start = end + 1;
    }
    return lines;
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      boolean packed = bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
      return packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
    } catch (IOException unreadable) {
      throw new IOException("%s cannot be read: %s".formatted(file, unreadable), unreadable);
    }
  }

  private static NumberedLine decoded(Path file, int number, ByteBuffer bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      String marked = number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      return new NumberedLine(
          file, number, marked.endsWith("\r") ? marked.substring(0, marked.length() - 1) : marked);
    } catch (CharacterCodingException garbled) {
      throw new NumberedLine(file, number, "").refusal("it is not UTF-8 text");
    }
  }

  /** Says that this line breaks a rule. */
  InvalidRequest refusal(String reason) {
    return new InvalidRequest("%s, line %d: %s".formatted(file, number, reason));
  }
}
