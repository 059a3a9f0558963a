package dev.kindred.ingest.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file's text, cut up. Holds no more than one piece at a time. Not thread-safe. */
interface LineSource {
  /** The longest piece that is held, in bytes; of a longer one only the beginning is kept. */
  int MAX_BYTES = 16 << 20;

  /** The next piece, blank ones included, or null at the end of the file. */
  @Nullable Line next() throws IOException;
}
