package dev.kindred.embedding.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An ONNX graph that gives back its one input: the protocol buffer, written by hand. Field numbers
 * are those of onnx.proto.
 */
final class TinyGraph {
  private static final int INT64 = 7;

  private TinyGraph() {}

  /** Copies a matrix of whole numbers called {@code input} to {@code output}. */
  static byte[] identity(String input, String output) {
    byte[] node = join(text(1, input), text(2, output), text(4, "Identity"));
    byte[] graph =
        join(bytes(1, node), text(2, "tiny"), bytes(11, matrix(input)), bytes(12, matrix(output)));
    byte[] operators = number(2, 17);
    return join(number(1, 8), bytes(7, graph), bytes(8, operators));
  }

  private static byte[] matrix(String name) {
    byte[] shape = join(bytes(1, text(2, "texts")), bytes(1, text(2, "tokens")));
    byte[] tensor = join(number(1, INT64), bytes(2, shape));
    return join(text(1, name), bytes(2, bytes(1, tensor)));
  }

  private static byte[] number(int field, int value) {
    return new byte[] {(byte) (field << 3), (byte) value};
  }

  private static byte[] text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(int field, byte[] value) {
    if (value.length > Byte.MAX_VALUE) {
      return join(
          new byte[] {
            (byte) (field << 3 | 2), (byte) (value.length | 0x80), (byte) (value.length >> 7)
          },
          value);
    }
    return join(new byte[] {(byte) (field << 3 | 2), (byte) value.length}, value);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
