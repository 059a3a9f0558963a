package dev.kindred.embedding.onnx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Reads the fields of a message in the wire format of protobuf, which ONNX files are in, one after
 * the other. Does not copy what it skips.
 */
final class WireReader {
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH = 2;
  private static final int FOUR_BYTES = 5;

  private final ByteBuffer message;
  private int field;
  private long number;
  private boolean packed;
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  WireReader(ByteBuffer message) {
    this.message = message.slice();
  }

  /**
   * Goes to the next field; false at the end.
   *
   * @throws IllegalArgumentException if this is no message
   */
  boolean next() {
    if (!message.hasRemaining()) {
      return false;
    }
    long tag = varint(message);
    field = (int) (tag >>> 3);
    int kind = (int) (tag & 7);
    packed = kind == LENGTH;
    int length =
        switch (kind) {
          case VARINT -> {
            number = varint(message);
            yield 0;
          }
          case EIGHT_BYTES -> Long.BYTES;
          case LENGTH -> (int) varint(message);
          case FOUR_BYTES -> Integer.BYTES;
          default -> throw new IllegalArgumentException("no protobuf message");
        };
    if (length < 0 || length > message.remaining()) {
      throw new IllegalArgumentException("a protobuf message that breaks off");
    }
    bytes = message.slice(message.position(), length);
    message.position(message.position() + length);
    return true;
  }

  int field() {
    return field;
  }

  /** The value of a number. */
  long number() {
    return number;
  }

  String text() {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }

  WireReader message() {
    return new WireReader(bytes);
  }

  /** The numbers of a field that may stand alone or several in one (packed). */
  void eachNumber(LongConsumer consumer) {
    if (!packed) {
      consumer.accept(number);
      return;
    }
    ByteBuffer rest = bytes.duplicate();
    while (rest.hasRemaining()) {
      consumer.accept(varint(rest));
    }
  }

  private static long varint(ByteBuffer from) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (!from.hasRemaining()) {
        break;
      }
      byte next = from.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("no protobuf message");
  }
}
