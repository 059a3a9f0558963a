package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.index.Counts;
import dev.kindred.index.IndexView;
import dev.kindred.index.Samples;
import dev.kindred.paper.Paper;
import dev.kindred.paper.Rejection.Unavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CompactionTest {
  private static final Duration SOON = Duration.ofMillis(20);

  @TempDir private Path folder;

  @Test
  void itPaysWhenATenthIsOutsideTheLargestSegmentOrDeleted() {
    assertThat(Compaction.pays(900, 1_001)).isTrue();
    assertThat(Compaction.pays(901, 1_001)).isFalse();
    assertThat(Compaction.pays(0, 0)).isFalse();
  }

  @Test
  void segmentsBecomeOneWhenNothingIsWrittenForAWhile() throws IOException {
    Generation generation = new Generation(folder, 1);
    Rewriting.empty(generation, IDENTITY);
    GroupWriter writer = GroupWriter.open(generation.index(), VectorStorage.FLOAT32);
    CommitQueue queue = new CommitQueue(writer, SOON);
    IntStream.range(0, 8).forEach(i -> put(queue, "paper-" + i));
    queue.submit(new DeletePaper(paper("paper-3").id())).join();

    dev.kindred.Waiting.until(
        "all are in one segment", () -> segments(writer) == 1 && documents(writer) == 7);

    put(queue, "paper-8");
    try (IndexView view = writer.latest().view(new SentenceReading())) {
      assertThat(view.counts().papers()).isEqualTo(8);
    }
    queue.close();
  }

  @Test
  void nothingIsLostWhenTheStoreIsClosedBeforeItsSegmentsAreOne() throws IOException {
    try (LuceneIndex index = LuceneStore.open(folder, IDENTITY)) {
      IntStream.range(0, 8).forEach(i -> index.put(List.of(paper("paper-" + i))));
    }
    try (LuceneIndex index = LuceneStore.open(folder, IDENTITY)) {
      assertThat(index.graph().segments()).isGreaterThan(1);
      index.compact();
      assertThat(index.graph().segments()).isEqualTo(1);
    }
    try (IndexView view = LuceneStore.openReadOnly(folder).view()) {
      assertThat(view.counts().papers()).isEqualTo(8);
    }
  }

  @Test
  void closingBreaksOffAMergeAndLosesNothing() throws IOException {
    Generation generation = new Generation(folder, 1);
    Rewriting.empty(generation, IDENTITY);
    List<Paper> papers = IntStream.range(0, 4_000).mapToObj(i -> paper("paper-" + i)).toList();
    GroupWriter writer = GroupWriter.open(generation.index(), VectorStorage.FLOAT32);
    CommitQueue queue = new CommitQueue(writer, SOON);
    for (int from = 0; from < papers.size(); from += 500) {
      List<Paper> some = papers.subList(from, from + 500);
      queue.submit(new PutPapers(some)).join();
      queue.submit(new RecordResults(some.stream().map(Samples::embedded).toList())).join();
    }
    // Closing at this moment meets a merge, or has nothing to break off on a machine that is
    // faster than this thread: what must be true afterwards is the same.
    dev.kindred.Waiting.until("a merge goes on", () -> isMerging() || segments(writer) == 1);
    queue.close();

    GroupWriter again = GroupWriter.open(generation.index(), VectorStorage.FLOAT32);
    assertThat(again.latest().<Counts>read(Snapshot::counts))
        .isEqualTo(new Counts(4_000, 4_000, 0, 0, 0));
    assertThat(isMerging()).isFalse();
    again.compact();
    again.write(List.of(new Waiting<>(new ShowMerged())));
    assertThat(segments(again)).isEqualTo(1);
    again.close();
  }

  private static boolean isMerging() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("Lucene Merge Thread"));
  }

  @Test
  void mergingDoesNotChangeTheNameOfTheState() {
    ReadOnlyStore store;
    long before;
    try (LuceneIndex index = LuceneStore.open(folder, IDENTITY)) {
      IntStream.range(0, 8).forEach(i -> index.put(List.of(paper("paper-" + i))));
      index.delete(paper("paper-3").id());
      store = LuceneStore.openReadOnly(folder);
      before = state(index.view());

      index.compact();

      assertThat(index.graph().segments()).isEqualTo(1);
      assertThat(state(index.view())).isEqualTo(before);
      assertThat(state(store.view())).isEqualTo(before);
    }
    try (LuceneIndex index = LuceneStore.open(folder, IDENTITY)) {
      assertThat(state(index.view())).isEqualTo(before);
      index.put(List.of(paper("paper-9")));
      assertThat(state(index.view())).isGreaterThan(before);
      assertThat(state(index.view())).isEqualTo(state(store.view()));
    }
  }

  @Test
  void aStoreThatDidNotCountItsWritesCountsOn() throws IOException {
    try (LuceneIndex index = LuceneStore.open(folder, IDENTITY)) {
      IntStream.range(0, 4).forEach(i -> index.put(List.of(paper("paper-" + i))));
    }
    forgetCommitData(new Generation(folder, 1).index());
    long before = state(LuceneStore.openReadOnly(folder).view());
    try (LuceneIndex index = LuceneStore.open(folder, IDENTITY)) {
      assertThat(state(index.view())).isEqualTo(before);
      index.compact();
      assertThat(index.graph().segments()).isEqualTo(1);
      assertThat(state(index.view())).isEqualTo(before);
      index.put(List.of(paper("paper-9")));
      assertThat(state(index.view())).isEqualTo(before + 1);
    }
  }

  private static void forgetCommitData(Path lucene) throws IOException {
    try (PaperAnalyzer analyzer = new PaperAnalyzer();
        Directory directory = FSDirectory.open(lucene);
        IndexWriter writer = new IndexWriter(directory, WriterConfig.create(analyzer))) {
      writer.setLiveCommitData(List.of());
      writer.commit();
    }
  }

  private static long state(IndexView view) {
    try (view) {
      return view.state();
    }
  }

  @Test
  void segmentsAreMergedBesideWrites() throws Exception {
    try (LuceneIndex index = LuceneStore.open(folder, IDENTITY);
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> writes =
          other.submit(
              () -> IntStream.range(0, 60).forEach(i -> index.put(List.of(paper("paper-" + i)))));
      while (!writes.isDone()) {
        index.compact();
      }
      writes.get();
      index.compact();

      try (IndexView view = index.view()) {
        assertThat(view.counts().papers()).isEqualTo(60);
      }
    }
  }

  @Test
  void aClosedStoreIsNotMerged() {
    LuceneIndex index = LuceneStore.open(folder, IDENTITY);
    index.put(List.of(paper("a")));
    index.close();

    assertThatThrownBy(index::compact).isInstanceOf(Unavailable.class);
  }

  private static void put(CommitQueue queue, String id) {
    queue.submit(new PutPapers(List.of(paper(id)))).join();
  }

  private static int segments(GroupWriter writer) {
    return writer.latest().read(snapshot -> snapshot.reader().leaves().size());
  }

  /** With the deleted. */
  private static int documents(GroupWriter writer) {
    return writer.latest().read(snapshot -> snapshot.reader().maxDoc());
  }
}
