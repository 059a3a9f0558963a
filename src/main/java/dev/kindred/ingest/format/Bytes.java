package dev.kindred.ingest.format;

import java.io.IOException;
import java.io.InputStream;

/** Bytes one by one, without the lock that every call of a {@code BufferedInputStream} takes. */
final class Bytes {
  static final int END = -1;

  private final InputStream in;
  private final byte[] block = new byte[1 << 16];
  private int position;
  private int end;
  private long line = 1;

  Bytes(InputStream in) {
    this.in = in;
  }

  /** The next byte, 0 to 255, or {@link #END}. */
  int next() throws IOException {
    if (position == end && !fill()) {
      return END;
    }
    byte next = block[position++];
    if (next == '\n') {
      line++;
    }
    return next & 0xFF;
  }

  /** The line that the next byte is on, from 1, lines being ended by LF. */
  long line() {
    return line;
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, in.read(block));
    return end > 0;
  }
}
