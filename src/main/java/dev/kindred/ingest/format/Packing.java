package dev.kindred.ingest.format;

import java.util.Arrays;
import java.util.HexFormat;

/** How a file is packed, recognised by its first bytes. */
enum Packing {
  GZIP("1f8b"),
  ZSTANDARD("28b52ffd"),
  ZIP("504b0304"),
  EMPTY_ZIP("504b0506"),
  BZIP2("425a68"),
  XZ("fd377a585a00"),
  SEVEN_ZIP("377abcaf271c"),
  NONE("");

  private static final int LONGEST_MAGIC = 6;

  private final String magic;

  Packing(String magic) {
    this.magic = magic;
  }

  static Packing of(byte[] head) {
    String hex = HexFormat.of().formatHex(head, 0, Math.min(LONGEST_MAGIC, head.length));
    return Arrays.stream(values())
        .filter(packing -> hex.startsWith(packing.magic))
        .findFirst()
        .orElse(NONE);
  }
}
