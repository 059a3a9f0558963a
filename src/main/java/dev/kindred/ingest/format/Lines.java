package dev.kindred.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file, ended by LF, CR LF or CR, the last one also by the end of the file. */
final class Lines implements LineSource {
  private final Bytes bytes;
  private final Utf8Text line = new Utf8Text(MAX_BYTES);
  private long count;
  private boolean afterCarriageReturn;

  Lines(InputStream in) {
    bytes = new Bytes(in);
  }

  @Override
  public @Nullable Line next() throws IOException {
    int next = bytes.next();
    if (afterCarriageReturn && next == '\n') {
      next = bytes.next();
    }
    if (next == Bytes.END) {
      return null;
    }
    line.clear();
    while (next != '\n' && next != '\r' && next != Bytes.END) {
      line.append(next);
      next = bytes.next();
    }
    afterCarriageReturn = next == '\r';
    count++;
    return line.toLine(count, "line");
  }
}
