package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.IndexView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
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
    GroupWriter writer = GroupWriter.open(generation.index());
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
