package dev.kindred.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A reader together with the stream that it reads. */
record OpenEntries(EntryReader reader, Closeable stream) implements EntryReader, Closeable {
  @Override
  public @Nullable Entry next() throws IOException {
    return reader.next();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
