package dev.kindred.ingest.format;

import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of papers in any {@link Format}, as it is or packed with gzip, zip or zstd. Packing and
 * format are recognised by content, never by name. All is read as a stream, and no more of it is
 * held than one entry (at most 16 MiB; a longer one is unreadable) or one Daily Papers page. Text
 * is UTF-8; what is not is unreadable. An empty file has no entries. Not thread-safe, except {@link
 * #bytesRead}.
 */
public final class PaperFile implements EntryReader, Closeable {
  private final String name;
  private final CountedStream counted;
  private final OpenEntries entries;
  private long lastLine;

  private PaperFile(String name, CountedStream counted, OpenEntries entries) {
    this.name = name;
    this.counted = counted;
    this.entries = entries;
  }

  /**
   * Opens a file and recognises it.
   *
   * @throws InvalidRequest naming the file, if it is missing, may not be read, is a folder, is of
   *     no known format, or does not fit the options
   * @throws IOException naming the file, if reading fails
   */
  public static PaperFile open(Path file, ReadOptions options) throws IOException {
    if (Files.isDirectory(file)) {
      throw new InvalidRequest(file + " is a folder; a file is wanted");
    }
    try {
      return open(Files.newInputStream(file), file.toString(), options);
    } catch (NoSuchFileException missing) {
      throw new InvalidRequest(file + " does not exist");
    } catch (AccessDeniedException forbidden) {
      throw new InvalidRequest(file + " may not be read");
    }
  }

  /**
   * Recognises a stream, after waiting for its first 256 KiB or its end. Closes it in the end, and
   * at once if it is refused.
   *
   * @param name what the stream is called in messages
   * @throws InvalidRequest as for a file
   * @throws IOException naming the stream, if reading fails
   */
  public static PaperFile open(InputStream in, String name, ReadOptions options)
      throws IOException {
    CountedStream counted = new CountedStream(in);
    try {
      return new PaperFile(name, counted, Unpacking.open(counted, name, options, 0));
    } catch (InvalidRequest refused) {
      in.close();
      throw refused;
    } catch (IOException broken) {
      in.close();
      throw new IOException("%s cannot be read: %s".formatted(name, reason(broken)), broken);
    }
  }

  /**
   * The next entry, or null at the end.
   *
   * @throws IOException naming the file and the line of the last entry, if the file is damaged,
   *     breaks off, or cannot be read; what was read before it stays good
   */
  @Override
  public @Nullable Entry next() throws IOException {
    try {
      Entry entry = entries.next();
      lastLine = entry == null ? lastLine : entry.line();
      return entry;
    } catch (IOException broken) {
      throw new IOException(
          "%s cannot be read beyond the entry on line %d: %s; is it damaged or cut off?"
              .formatted(name, lastLine, reason(broken)),
          broken);
    }
  }

  /** How many bytes of the file, as it is packed, have been read. Safe from any thread. */
  public long bytesRead() {
    return counted.count();
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }

  private static String reason(IOException broken) {
    return broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
  }
}
