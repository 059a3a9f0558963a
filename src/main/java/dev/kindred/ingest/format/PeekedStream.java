package dev.kindred.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A buffered stream whose beginning has been looked at. A failure while looking is kept until all
 * that came before it has been read. Not thread-safe.
 */
final class PeekedStream extends InputStream {
  static final int HEAD_BYTES = 1 << 18;

  private final InputStream in;
  private final byte[] buffer = new byte[HEAD_BYTES];
  private int position;
  private int end;
  private boolean whole;
  private @Nullable IOException failure;

  /** Waits until the head is full or the stream ends. */
  PeekedStream(InputStream in) {
    this.in = in;
    try {
      while (end < buffer.length && !whole) {
        int read = in.read(buffer, end, buffer.length - end);
        whole = read < 0;
        end += Math.max(0, read);
      }
    } catch (IOException brokenOff) {
      failure = brokenOff;
    }
  }

  /** The first bytes, at most {@link #HEAD_BYTES}; to be asked before anything is read. */
  byte[] head() {
    return Arrays.copyOfRange(buffer, position, end);
  }

  /** Whether the head is all there is. */
  boolean isWhole() {
    return whole;
  }

  @Override
  public int read() throws IOException {
    return fill() ? buffer[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, end - position);
    System.arraycopy(buffer, position, into, from, count);
    position += count;
    return count;
  }

  /**
   * 0 only at the end, waiting for more if need be: {@code GZIPInputStream} takes 0 for the end of
   * the file and would drop the further members that bgzip and pigz write.
   */
  @Override
  public int available() throws IOException {
    return fill() ? end - position : 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean fill() throws IOException {
    if (position < end) {
      return true;
    }
    if (failure != null) {
      throw failure;
    }
    position = 0;
    end = whole ? 0 : Math.max(0, in.read(buffer));
    whole |= end == 0;
    return end > 0;
  }
}
