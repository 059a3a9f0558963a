package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.lucene.WritingProcess.BATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.index.Counts;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import dev.kindred.paper.Paper;
import dev.kindred.paper.Rejection.UnusableStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores whose process is killed, and two processes at one store. */
@Timeout(120)
class KilledWriterTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 15})
  void nothingAcknowledgedIsLost(int lines) throws Exception {
    String last = "";
    try (WritingProcess writer = WritingProcess.putting(folder)) {
      for (int i = 0; i < lines; i++) {
        last = writer.line();
      }
      last = writer.kill(last);
    }

    int batch = Integer.parseInt(last.substring(last.indexOf(' ') + 1));
    boolean embedded = last.startsWith("embedded");
    try (PaperIndex index = LuceneStore.open(folder, IDENTITY);
        IndexView view = index.view()) {
      Counts counts = view.counts();
      assertThat(counts.papers()).isGreaterThanOrEqualTo((batch + 1) * BATCH);
      assertThat(counts.embedded()).isGreaterThanOrEqualTo((embedded ? batch + 1 : batch) * BATCH);
      assertThat(counts.papers() % BATCH).isZero();
      assertThat(view.listAfter(Optional.empty(), 100_000)).hasSize(counts.papers());
      List<Paper> waiting = index.pending(100_000, _ -> true);
      assertThat(waiting).hasSize(counts.pending());
      assertThat(index.record(waiting.stream().map(Samples::embedded).toList()))
          .isEqualTo(waiting.size());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 60, 120, 250})
  void aKilledReembeddingLeavesTheOldOrTheNew(int milliseconds) throws Exception {
    List<Paper> papers = IntStream.range(0, 500).mapToObj(i -> Samples.paper("p" + i)).toList();
    try (PaperIndex index = LuceneStore.open(folder, IDENTITY)) {
      index.put(papers);
      index.record(papers.stream().map(Samples::embedded).toList());
    }
    try (WritingProcess writer = WritingProcess.reembedding(folder)) {
      assertThat(writer.line()).isEqualTo("begins");
      // Any moment will do: what holds must hold at each.
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
      writer.kill("");
    }

    ModelIdentity serving = LuceneStore.openReadOnly(folder).identity();
    assertThat(serving).isIn(IDENTITY, WritingProcess.OTHER);
    try (PaperIndex index = LuceneStore.open(folder, serving);
        IndexView view = index.view()) {
      boolean old = serving.equals(IDENTITY);
      assertThat(view.counts()).isEqualTo(new Counts(500, old ? 500 : 0, old ? 0 : 500, 0, 0));
    }
    try (var names = Files.list(folder)) {
      assertThat(names.filter(name -> name.getFileName().toString().startsWith("g"))).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 250, 500, 1_000})
  void aKilledUpgradeLeavesTheOldOrTheNewAndEndsWhenItIsDoneAgain(int milliseconds)
      throws Exception {
    int papers = 2_000;
    try (FormatOneStore old = new FormatOneStore(folder, IDENTITY)) {
      for (int i = 0; i < papers; i++) {
        Paper paper = Samples.paper("p" + i);
        old.embedded(paper, Samples.embedding(paper), false);
      }
    }
    try (WritingProcess writer = WritingProcess.opening(folder)) {
      assertThat(writer.line()).isEqualTo("begins");
      // Any moment will do: what holds must hold at each.
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
      writer.kill("");
    }

    try (PaperIndex index = LuceneStore.open(folder, IDENTITY);
        IndexView view = index.view()) {
      assertThat(view.counts()).isEqualTo(new Counts(papers, papers, 0, 0, 0));
    }
    assertThat(folder.resolve("current")).hasContent("g000002");
    assertThat(folder.resolve("g000001")).doesNotExist();
  }

  @Test
  void aSecondProcessReadsButMustNotWrite() throws Exception {
    try (WritingProcess writer = WritingProcess.putting(folder)) {
      assertThat(writer.line()).isEqualTo("put 0");

      assertThatThrownBy(() -> LuceneStore.open(folder, IDENTITY))
          .isInstanceOf(UnusableStore.class)
          .hasMessageContaining("process " + writer.pid() + " on ");
      ReadOnlyStore store = LuceneStore.openReadOnly(folder);
      for (int i = 0; i < 20; i++) {
        try (IndexView view = store.view()) {
          assertThat(view.get(id("p0"))).isPresent();
          assertThat(view.counts().papers() % BATCH).isZero();
        }
      }
      assertThat(writer.line()).isEqualTo("embedded 0");
    }
  }
}
