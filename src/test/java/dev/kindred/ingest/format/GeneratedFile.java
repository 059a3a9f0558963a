package dev.kindred.ingest.format;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** A file that is made while it is read, so that nobody holds it. */
final class GeneratedFile extends InputStream {
  private final Iterator<String> pieces;
  private byte[] piece = {};
  private int position;

  GeneratedFile(Iterator<String> pieces) {
    this.pieces = pieces;
  }

  @Override
  public int read() {
    return fill() ? piece[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, piece.length - position);
    System.arraycopy(piece, position, into, from, count);
    position += count;
    return count;
  }

  private boolean fill() {
    while (position == piece.length && pieces.hasNext()) {
      piece = pieces.next().getBytes(StandardCharsets.UTF_8);
      position = 0;
    }
    return position < piece.length;
  }
}
