package dev.kindred.index.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one segment of all in the background when it pays, unless the disk has no room for it or it
 * has failed just now. Used by the writing thread only.
 */
final class IdleCompaction {
  private static final Logger log = LoggerFactory.getLogger(IdleCompaction.class);

  /** Doubled by every further failure, up to a week. */
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);

  private static final int DOUBLED_AT_MOST = 10;

  private final Path folder;
  private final Disk disk;
  private final InstantSource clock;
  private @Nullable IndexWriter asked;
  private Instant notBefore = Instant.MIN;
  private int failures;
  private boolean lacksRoom;

  /** What the index is on. */
  interface Disk {
    long usableBytes() throws IOException;
  }

  IdleCompaction(Path folder) {
    this(folder, () -> Files.getFileStore(folder).getUsableSpace(), InstantSource.system());
  }

  IdleCompaction(Path folder, Disk disk, InstantSource clock) {
    this.folder = folder;
    this.disk = disk;
    this.clock = clock;
  }

  /**
   * Begins if it is time.
   *
   * @param writer open, and merging nothing
   * @param reader of what was written
   */
  void begin(IndexWriter writer, DirectoryReader reader) throws IOException {
    if (writer.equals(asked)) {
      failures = 0;
      notBefore = Instant.MIN;
    }
    asked = null;
    Instant now = clock.instant();
    if (Compaction.pays(reader) && !now.isBefore(notBefore) && hasRoom(reader)) {
      // Taken for a failure, which closes the writer, until the same writer comes again.
      notBefore = now.plus(pause(failures++));
      writer.forceMerge(1, false);
      asked = writer;
    }
  }

  /** How long it is left alone after failing once more. */
  static Duration pause(int failuresBefore) {
    return AFTER_A_FAILURE.multipliedBy(1L << Math.min(failuresBefore, DOUBLED_AT_MOST));
  }

  private boolean hasRoom(DirectoryReader reader) throws IOException {
    long needed = bytes(reader);
    long usable = disk.usableBytes();
    boolean lacked = lacksRoom;
    lacksRoom = usable < needed;
    if (lacksRoom && !lacked) {
      log.warn(
          "The segments of {} are not merged, so searches take longer: it needs {} bytes of room"
              + " until it is done, and there are {}.",
          folder,
          needed,
          usable);
    }
    return !lacksRoom;
  }

  /** Of the old segments, which stay until the new one is written, and about of that. */
  static long bytes(DirectoryReader reader) throws IOException {
    long bytes = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      bytes += ((SegmentReader) leaf.reader()).getSegmentInfo().sizeInBytes();
    }
    return bytes;
  }
}
