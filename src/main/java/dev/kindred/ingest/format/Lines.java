package dev.kindred.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file, ended by LF or CR LF, the last one also by the end of the file. */
final class Lines implements LineSource {
  private final Bytes bytes;
  private final Utf8Text line = new Utf8Text(MAX_BYTES);

  Lines(InputStream in) {
    bytes = new Bytes(in);
  }

  @Override
  public @Nullable Line next() throws IOException {
    long number = bytes.line();
    int next = bytes.next();
    if (next == Bytes.END) {
      return null;
    }
    line.clear();
    while (next != '\n' && next != Bytes.END) {
      line.append(next);
      next = bytes.next();
    }
    line.dropTrailing('\r');
    return line.toLine(number, "line");
  }
}
