package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex.PutOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GroupWriterTest {
  private Path index;

  @BeforeEach
  void makeAnEmptyIndex(@TempDir Path folder) throws IOException {
    Generation generation = new Generation(folder, 1);
    Rewriting.empty(generation, IDENTITY);
    index = generation.index();
  }

  @Test
  void aWriteThatIsKeptButCannotBeReadYetIsToldSo() throws IOException {
    FailingDirectory disk = new FailingDirectory(FSDirectory.open(index));
    GroupWriter writer = writer(disk);
    CommitQueue queue = new CommitQueue(writer);
    disk.unreadableAfterCommit = true;

    assertThatThrownBy(() -> put(queue, "a"))
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("this write was kept, but");

    disk.unreadableAfterCommit = false;
    disk.readFailure = null;
    assertThat(put(queue, "a")).containsExactly(PutOutcome.UNCHANGED);
    assertThat(put(queue, "b")).containsExactly(PutOutcome.NEW);
    try (IndexView view = writer.latest().view(new SentenceReading())) {
      assertThat(view.get(List.of(id("a"), id("b")))).hasSize(2);
    }
    queue.close();
  }

  @Test
  void anErrorDuringAWriteEndsThatWriteOnly() throws IOException {
    FailingDirectory disk = new FailingDirectory(FSDirectory.open(index));
    CommitQueue queue = new CommitQueue(writer(disk));
    disk.commitFailure = new StackOverflowError("as if");
    disk.deleteFailure = new StackOverflowError("again");

    assertThatThrownBy(() -> put(queue, "a")).hasMessageContaining("cannot write to the store");

    disk.commitFailure = null;
    disk.deleteFailure = null;
    assertThat(put(queue, "a")).containsExactly(PutOutcome.NEW);
    queue.close();
  }

  @Test
  void anErrorWhileMergedSegmentsAreShownEndsNothing() throws IOException {
    FailingDirectory disk = new FailingDirectory(FSDirectory.open(index));
    CommitQueue queue = new CommitQueue(writer(disk), Duration.ofMillis(200));
    IntStream.range(0, 5).forEach(i -> put(queue, "paper-" + i));
    disk.commitFailure = new StackOverflowError("as if");

    dev.kindred.Waiting.until("a commit failed", () -> disk.commitsFailed.get() > 0);

    disk.commitFailure = null;
    assertThat(put(queue, "b")).containsExactly(PutOutcome.NEW);
    assertThat(put(queue, "paper-0")).containsExactly(PutOutcome.UNCHANGED);
    queue.close();
  }

  private GroupWriter writer(Directory disk) throws IOException {
    return new GroupWriter(
        index, disk, new PaperAnalyzer(), VectorStorage.FLOAT32, new IdleCompaction(index));
  }

  private static List<PutOutcome> put(CommitQueue queue, String id) {
    return queue.submit(new PutPapers(List.of(paper(id)))).join();
  }

  /** A disk of which single operations can be made to fail. */
  private static final class FailingDirectory extends FilterDirectory {
    volatile boolean unreadableAfterCommit;
    volatile @Nullable IOException readFailure;
    volatile @Nullable Error commitFailure;
    final AtomicInteger commitsFailed = new AtomicInteger();
    volatile @Nullable Error deleteFailure;

    FailingDirectory(Directory disk) {
      super(disk);
    }

    @Override
    public void rename(String from, String to) throws IOException {
      Error failure = commitFailure;
      if (failure != null) {
        commitsFailed.incrementAndGet();
        throw failure;
      }
      super.rename(from, to);
      if (unreadableAfterCommit) {
        readFailure = new IOException("input/output error");
      }
    }

    @Override
    public void deleteFile(String name) throws IOException {
      Error failure = deleteFailure;
      if (failure != null) {
        throw failure;
      }
      super.deleteFile(name);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
      IOException failure = readFailure;
      if (failure != null) {
        throw failure;
      }
      return super.openInput(name, context);
    }
  }
}
