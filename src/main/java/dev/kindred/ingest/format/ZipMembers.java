package dev.kindred.ingest.format;

import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of all files of a zip archive, in its order. What cannot be read names the file it is
 * in; a file of no known format is one unreadable entry. Folders and hidden files are passed over.
 */
final class ZipMembers implements EntryReader, Closeable {
  /** What a member is called in a message that names it already. */
  private static final String SELF = "it";

  private final EndWatch watched;
  private final ZipInputStream zip;
  private final ReadOptions options;
  private final int layers;
  private @Nullable OpenEntries open;
  private String member = "";

  ZipMembers(InputStream in, ReadOptions options, int layers) {
    this.watched = new EndWatch(in);
    this.zip = new ZipInputStream(watched);
    this.options = options;
    this.layers = layers;
  }

  @Override
  public @Nullable Entry next() throws IOException {
    while (true) {
      Entry entry = open == null ? null : open.next();
      if (entry != null) {
        return named(entry);
      }
      closeMember();
      if (!toNextFile()) {
        return null;
      }
      try {
        open = Unpacking.open(new Unclosed(zip), SELF, options, layers);
      } catch (InvalidRequest refused) {
        String reason = refused.reason();
        boolean named = reason.startsWith(SELF + ":");
        String rest = named ? reason.substring(SELF.length() + 1).strip() : reason;
        return named(new Entry.Unreadable(1, rest, ""));
      }
    }
  }

  @Override
  public void close() throws IOException {
    closeMember();
    zip.close();
  }

  private void closeMember() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  private boolean toNextFile() throws IOException {
    ZipEntry next = zip.getNextEntry();
    while (next != null && (next.isDirectory() || isHidden(next.getName()))) {
      next = zip.getNextEntry();
    }
    if (next == null && !watched.sawEnd()) {
      throw new EOFException("the directory at the end of the zip archive is missing");
    }
    member = next == null ? "" : next.getName();
    return next != null;
  }

  private static boolean isHidden(String path) {
    return path.startsWith("__MACOSX/")
        || path.substring(path.lastIndexOf('/') + 1).startsWith(".");
  }

  private Entry named(Entry entry) {
    return switch (entry) {
      case Entry.Read read -> read;
      case Entry.Unreadable(long line, String reason, String text) ->
          new Entry.Unreadable(line, "in %s: %s".formatted(member, reason), text);
    };
  }

  /** Lets a member's reader be closed without closing the archive. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }

  /**
   * Watches for the record that ends an archive. {@code ZipInputStream} takes an archive that is
   * cut off between two members for a complete one.
   */
  private static final class EndWatch extends FilterInputStream {
    private static final int SIGNATURE = 0x504B0506;
    private int lastFour;
    private boolean seen;

    EndWatch(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next >= 0) {
        watch(next);
      }
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = super.read(into, from, length);
      for (int i = 0; i < count; i++) {
        watch(into[from + i]);
      }
      return count;
    }

    /** Reads what is left, to be asked when there are no more members. */
    boolean sawEnd() throws IOException {
      transferTo(OutputStream.nullOutputStream());
      return seen;
    }

    private void watch(int next) {
      lastFour = lastFour << 8 | (next & 0xFF);
      seen |= lastFour == SIGNATURE;
    }
  }
}
