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
import org.apache.lucene.store.AlreadyClosedException;
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

  /** So many papers at once are more than an embedder makes in the time of a commit. */
  private static final int BULK = 500;

  private final Path folder;
  private final Directory directory;
  private final PaperAnalyzer analyzer;
  private final VectorStorage vectors;
  private final IdleCompaction compaction;
  private final Latest latest;
  private volatile @Nullable IndexWriter writer;
  private long nextPlace;

  GroupWriter(
      Path folder,
      Directory directory,
      PaperAnalyzer analyzer,
      VectorStorage vectors,
      IdleCompaction compaction)
      throws IOException {
    this.folder = folder;
    this.directory = directory;
    this.analyzer = analyzer;
    this.vectors = vectors;
    this.compaction = compaction;
    IndexWriter first = newWriter();
    this.writer = first;
    DirectoryReader reader = null;
    try {
      reader = DirectoryReader.open(first);
      WriteCount.goOn(first, reader);
      byte[] last = PointValues.getMaxPackedValue(reader, Fields.QUEUED);
      this.nextPlace = last == null ? 0 : LongPoint.decodeDimension(last, 0) + 1;
      this.latest = new Latest(Snapshot.counted(reader), analyzer);
    } catch (IOException | RuntimeException unreadable) {
      IOUtils.closeWhileHandlingException(reader, first::rollback);
      throw unreadable;
    }
  }

  static GroupWriter open(Path index, VectorStorage vectors) throws IOException {
    Directory directory = FSDirectory.open(index);
    PaperAnalyzer analyzer = new PaperAnalyzer();
    try {
      return new GroupWriter(index, directory, analyzer, vectors, new IdleCompaction(index));
    } catch (IOException | RuntimeException failure) {
      IOUtils.closeWhileHandlingException(directory, analyzer);
      throw failure;
    }
  }

  /**
   * Merges all into one segment if that pays, and waits for this and other merges. The next group
   * shows them. Safe from any thread.
   *
   * @throws IOException if the disk cannot be written or read
   * @throws AlreadyClosedException if the writer is closed meanwhile, as it is by a failed write
   * @throws Unavailable if the store is closed
   */
  void compact() throws IOException {
    IndexWriter current = writer;
    if (current != null && current.isOpen()) {
      merges(current)
          .whileSomebodyWaits(() -> {
            if (latest.read(snapshot -> Compaction.pays(snapshot.reader()))) {
              current.forceMerge(1);
            }
          });
    }
  }

  /**
   * As {@link #compact}, a step at each call, without waiting, and only if there is room. For when
   * nothing is written. Throws nothing; a failure is undone.
   */
  void rest() {
    IndexWriter current = writer;
    if (current == null || !current.isOpen()) {
      return;
    }
    try {
      if (merges(current).mergeThreadCount() == 0) {
        mergeOrShow(current);
      }
    } catch (Throwable failure) {
      log.error("Merging the segments of {} failed; no paper is lost.", folder, failure);
      undo();
    }
  }

  private void mergeOrShow(IndexWriter current) throws IOException {
    if (current.hasUncommittedChanges()) {
      current.commit();
      refresh();
    } else {
      putInOrder(current, latest.snapshot());
    }
  }

  private void putInOrder(IndexWriter current, Snapshot snapshot) throws IOException {
    compaction.begin(current, snapshot.reader());
    if (merges(current).mergeThreadCount() == 0) {
      latest.breadth().fit(snapshot);
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
    ((GraphMerges) open.getConfig().getMergePolicy()).setBulk(isBulk(group));
    PaperTable papers = new PaperTable(open, analyzer, latest.snapshot(), nextPlace);
    for (Waiting<?> waiting : group) {
      waiting.applyTo(papers);
    }
    nextPlace = papers.nextPlace();
    if (papers.hasChanged()) {
      WriteCount.set(open, latest.snapshot().state() + 1);
    }
    open.commit();
  }

  private static boolean isBulk(List<Waiting<?>> group) {
    return group.stream().mapToInt(Waiting::size).sum() >= BULK;
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
    Snapshot committed = Snapshot.counted(DirectoryReader.open(fresh));
    WriteCount.goOn(fresh, committed.reader());
    latest.replace(committed);
    return fresh;
  }

  /** An index that has gone missing is damage, not a reason to begin a new one. */
  private IndexWriter newWriter() throws IOException {
    return new IndexWriter(
        directory, WriterConfig.create(analyzer, vectors).setOpenMode(OpenMode.APPEND));
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
        log.warn("Going back to the last commit of {} failed.", folder, again);
      }
    }
  }

  /** Leaves the analyzer, which holds nothing but memory, to the views that are still open. */
  void close() throws IOException {
    undo();
    IOUtils.close(latest::close, directory);
  }
}
