package dev.kindred.index.lucene;

import dev.kindred.paper.Rejection.Unavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes groups of operations: all of a group, one commit, one new snapshot, then the answers. When
 * the disk fails, the whole group is refused and undone; when only the new snapshot fails, the
 * group is told that it was kept all the same. The next one starts from the last commit again. Used
 * by the writing thread only, but for {@link #compact}.
 */
final class GroupWriter {
  private static final Logger log = LoggerFactory.getLogger(GroupWriter.class);

  private final Path folder;
  private final Directory directory;
  private final PaperAnalyzer analyzer;
  private final Latest latest;
  private volatile @Nullable IndexWriter writer;
  private long nextPlace;

  GroupWriter(Path folder, Directory directory, PaperAnalyzer analyzer) throws IOException {
    this.folder = folder;
    this.directory = directory;
    this.analyzer = analyzer;
    IndexWriter first = newWriter();
    this.writer = first;
    try {
      DirectoryReader reader = DirectoryReader.open(first);
      byte[] last = PointValues.getMaxPackedValue(reader, Fields.QUEUED);
      this.nextPlace = last == null ? 0 : LongPoint.decodeDimension(last, 0) + 1;
      this.latest = new Latest(Snapshot.counted(reader), analyzer);
    } catch (IOException | RuntimeException unreadable) {
      first.rollback();
      throw unreadable;
    }
  }

  static GroupWriter open(Path index) throws IOException {
    Directory directory = FSDirectory.open(index);
    try {
      return new GroupWriter(index, directory, new PaperAnalyzer());
    } catch (IOException | RuntimeException failure) {
      directory.close();
      throw failure;
    }
  }

  /**
   * Merges all into one segment if that pays, and waits for this and other merges. The next group
   * shows them. Safe from any thread.
   */
  void compact() throws IOException {
    IndexWriter current = writer;
    if (current != null && current.isOpen()) {
      merges(current)
          .whileSomebodyWaits(() -> {
            if (Compaction.pays(latest.snapshot().reader())) {
              current.forceMerge(1);
            }
          });
    }
  }

  /** As {@link #compact}, a step at each call, without waiting. For when nothing is written. */
  void rest() {
    IndexWriter current = writer;
    if (current == null || !current.isOpen() || merges(current).mergeThreadCount() > 0) {
      return;
    }
    if (current.hasUncommittedChanges()) {
      write(List.of()); // shows what has been merged
    } else if (Compaction.pays(latest.snapshot().reader())) {
      try {
        current.forceMerge(1, false);
      } catch (IOException | RuntimeException failure) {
        log.error("Merging the segments of {} failed.", folder, failure);
      }
    }
  }

  private static Merges merges(IndexWriter writer) {
    return (Merges) writer.getConfig().getMergeScheduler();
  }

  Latest latest() {
    return latest;
  }

  void write(List<Waiting<?>> group) {
    try {
      commit(group);
    } catch (IOException | RuntimeException | Error failure) {
      log.error("Writing to {} failed; nothing of this group was kept.", folder, failure);
      refuse(group, "cannot write to the store in %s: %s".formatted(folder, reason(failure)));
      return;
    }
    try {
      refresh();
    } catch (IOException | RuntimeException | Error failure) {
      log.error("This group was written to {}, but it cannot be read yet.", folder, failure);
      refuse(
          group,
          "this write was kept, but the store in %s cannot be read: %s".formatted(folder, failure));
      return;
    }
    group.forEach(Waiting::acknowledge);
  }

  /** A merge in the background can have closed the writer before the group came to it. */
  private Throwable reason(Throwable failure) {
    Throwable before = writer == null ? null : writer.getTragicException();
    return before == null ? failure : before;
  }

  private void commit(List<Waiting<?>> group) throws IOException {
    IndexWriter open = openWriter();
    PaperTable papers = new PaperTable(open, analyzer, latest.snapshot(), nextPlace);
    for (Waiting<?> waiting : group) {
      waiting.applyTo(papers);
    }
    nextPlace = papers.nextPlace();
    open.commit();
  }

  private void refuse(List<Waiting<?>> group, String reason) {
    undo();
    group.forEach(waiting -> waiting.refuse(new Unavailable(reason)));
  }

  private IndexWriter openWriter() throws IOException {
    IndexWriter current = writer;
    if (current != null && current.isOpen()) {
      return current;
    }
    undo();
    IndexWriter fresh = newWriter();
    writer = fresh;
    latest.replace(Snapshot.counted(DirectoryReader.open(fresh)));
    return fresh;
  }

  /** An index that has gone missing is damage, not a reason to begin a new one. */
  private IndexWriter newWriter() throws IOException {
    return new IndexWriter(directory, WriterConfig.create(analyzer).setOpenMode(OpenMode.APPEND));
  }

  private void refresh() throws IOException {
    DirectoryReader newer = DirectoryReader.openIfChanged(latest.snapshot().reader());
    if (newer != null) {
      latest.replace(Snapshot.counted(newer));
    }
  }

  /**
   * Goes back to the last commit, and breaks off merges. Throws nothing: the thread that writes
   * must outlive whatever befalls a group.
   */
  private void undo() {
    IndexWriter failed = writer;
    writer = null;
    if (failed != null) {
      try {
        failed.rollback();
      } catch (Throwable again) {
        log.warn("Undoing the failed writes to {} failed, too.", folder, again);
      }
    }
  }

  void close() throws IOException {
    undo();
    IOUtils.close(latest::close, directory);
  }
}
