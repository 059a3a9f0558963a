package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class IdleCompactionTest {
  private static final Duration SOON = Duration.ofMillis(20);

  /** How often it was looked whether there is room, which is just before merging. */
  private final AtomicInteger looks = new AtomicInteger();

  private volatile long usable;
  private Instant now = Instant.EPOCH;
  private Path index;

  @BeforeEach
  void makeAnEmptyIndex(@TempDir Path folder) throws IOException {
    Generation generation = new Generation(folder, 1);
    Rewriting.empty(generation, IDENTITY);
    index = generation.index();
  }

  @Test
  void nothingIsMergedWhileTheDiskLacksTheRoom() throws IOException {
    GroupWriter writer = writer(this::usable);
    CommitQueue queue = filled(writer);

    Waiting.until("the disk was looked at again and again", () -> looks.get() > 5);
    assertThat(segments(writer)).isEqualTo(5);

    usable = Long.MAX_VALUE;
    Waiting.until("all are in one segment", () -> segments(writer) == 1);
    queue.close();
  }

  @Test
  void anErrorBeforeMergingEndsNothing() throws IOException {
    GroupWriter writer =
        writer(() -> {
          if (looks.incrementAndGet() == 1) {
            throw new StackOverflowError("as if");
          }
          return Long.MAX_VALUE;
        });
    CommitQueue queue = filled(writer);
    Waiting.until("the error was thrown", () -> looks.get() > 0);

    queue.submit(new PutPapers(List.of(paper("one more")))).join();

    Waiting.until("all are in one segment", () -> segments(writer) == 1);
    queue.close();
  }

  @Test
  void afterEachFailureItIsLeftAloneForLonger() throws IOException {
    filled(writer(this::usable)).close();
    looks.set(0);
    usable = Long.MAX_VALUE;
    IdleCompaction compaction = new IdleCompaction(index, this::usable, () -> now);

    assertThat(looksOfANewWriter(compaction)).isEqualTo(1);
    now = now.plus(Duration.ofMinutes(10).minusMillis(1));
    assertThat(looksOfANewWriter(compaction)).isEqualTo(1);
    now = now.plusMillis(1);
    assertThat(looksOfANewWriter(compaction)).isEqualTo(2);
    now = now.plus(Duration.ofMinutes(20).minusMillis(1));
    assertThat(looksOfANewWriter(compaction)).isEqualTo(2);
    now = now.plusMillis(1);
    assertThat(looksOfANewWriter(compaction)).isEqualTo(3);

    assertThat(IdleCompaction.pause(1_000)).isLessThan(Duration.ofDays(8));
  }

  @Test
  void afterASuccessItIsNotLeftAlone() throws IOException {
    filled(writer(this::usable)).close();
    looks.set(0);
    IdleCompaction compaction = new IdleCompaction(index, this::usable, () -> now);
    usable = Long.MAX_VALUE;

    try (Directory directory = FSDirectory.open(index);
        PaperAnalyzer analyzer = new PaperAnalyzer();
        IndexWriter writer = new IndexWriter(directory, WriterConfig.create(analyzer));
        DirectoryReader segments = DirectoryReader.open(writer)) {
      compaction.begin(writer, segments);
      compaction.begin(writer, segments);
    }

    assertThat(looks).hasValue(2);
  }

  /** Begins with a writer that is closed before it comes again, as a failed merge closes one. */
  private int looksOfANewWriter(IdleCompaction compaction) throws IOException {
    try (Directory directory = FSDirectory.open(index);
        PaperAnalyzer analyzer = new PaperAnalyzer()) {
      IndexWriter writer = new IndexWriter(directory, WriterConfig.create(analyzer));
      try (DirectoryReader segments = DirectoryReader.open(writer)) {
        compaction.begin(writer, segments);
      }
      writer.rollback();
    }
    return looks.get();
  }

  private long usable() {
    looks.incrementAndGet();
    return usable;
  }

  private GroupWriter writer(IdleCompaction.Disk disk) throws IOException {
    return new GroupWriter(
        index,
        FSDirectory.open(index),
        new PaperAnalyzer(),
        VectorStorage.FLOAT32,
        new IdleCompaction(index, disk, InstantSource.fixed(now)));
  }

  private static CommitQueue filled(GroupWriter writer) {
    CommitQueue queue = new CommitQueue(writer, SOON);
    IntStream.range(0, 5)
        .forEach(i -> queue.submit(new PutPapers(List.of(paper("paper-" + i)))).join());
    return queue;
  }

  private static int segments(GroupWriter writer) {
    return writer.latest().read(snapshot -> snapshot.reader().leaves().size());
  }
}
