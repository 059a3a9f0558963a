package dev.kindred.ingest.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one file, one after the other, never the whole file in memory. Not thread-safe.
 */
public interface EntryReader {
  /** The next entry, or null at the end of the file. */
  @Nullable Entry next() throws IOException;
}
