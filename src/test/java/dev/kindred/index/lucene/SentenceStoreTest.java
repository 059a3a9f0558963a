package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.embedded;
import static dev.kindred.index.Samples.embedding;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.SentenceVectors;
import dev.kindred.paper.Paper;
import dev.kindred.paper.Rejection.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors of sentences on the disk: kept, lost and damaged. */
class SentenceStoreTest extends StoreInAFolder {
  private static final Paper PAPER = paper("a");

  @Test
  void theyAreKeptWhenTheStoreIsClosed() {
    fill();

    assertKept(true);
    assertThat(folder.resolve("g000001/sentences")).isDirectory();
  }

  @Test
  void aStoreThatIsOnlyReadKnowsThem() {
    fillWithEmbedded();
    assertThat(readOnly()).isFalse();

    record();
    assertThat(readOnly()).isTrue();
    try (PaperIndex _ = open()) {
      assertThat(readOnly()).isTrue();
    }
  }

  @Test
  void aStoreThatIsOnlyReadMakesNoFolderForThem() throws IOException {
    fill();
    IOUtils.rm(sentences());

    assertThat(readOnly()).isFalse();
    assertThat(sentences()).doesNotExist();
  }

  @Test
  void losingThemLosesNothingElse() throws IOException {
    fill();
    IOUtils.rm(sentences());

    assertKept(false);
    record();
    assertKept(true);
  }

  @ParameterizedTest
  @CsvSource({
    "segments, 0",
    "segments, 40",
    ".cfs, 0",
    ".cfs, 10",
    ".cfs, 400",
    ".cfe, 10",
    ".si, 0",
    ".si, 60"
  })
  void damagedOnesAreThrownAwayAndMadeAnew(String part, int keptBytes) throws IOException {
    fill();
    Path damaged = fileWith(part);
    byte[] content = Files.readAllBytes(damaged);
    Files.write(damaged, Arrays.copyOf(content, keptBytes));

    assertThat(readOnly()).isFalse();
    assertKept(false);
    record();
    assertKept(true);
  }

  @Test
  void overwrittenBytesDoTheStoreNoHarm() throws IOException {
    fill();
    Path file = fileWith(".cfs");
    byte[] content = Files.readAllBytes(file);
    Arrays.fill(content, content.length / 2, content.length / 2 + 200, (byte) 0);
    Files.write(file, content);

    try (PaperIndex index = open();
        IndexView view = index.view()) {
      assertThat(view.get(id("a"))).isPresent();
      view.sentenceVectors(List.of(PAPER));
    }
  }

  @Test
  void aFileInPlaceOfTheirFolderGivesWayToIt() throws IOException {
    fill();
    IOUtils.rm(sentences());
    Files.writeString(sentences(), "no folder");

    assertThat(readOnly()).isFalse();
    record();
    assertKept(true);
  }

  @Test
  void whatAnotherProcessHoldsIsNoDamage() throws IOException {
    fill();
    try (Directory directory = FSDirectory.open(sentences());
        Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      assertKept(false);
    }
    assertKept(true);
  }

  @Test
  void whatIsLostWhileThoseOfDeletedPapersAreClearedIsMadeAgain() throws IOException {
    fill();
    try (PaperIndex index = open()) {
      index.put(List.of(paper("b")));
      index.record(List.of(embedded(paper("b"))));
      index.recordSentences(List.of(made(paper("b"))));
      assertThat(index.withoutSentenceVectors(9)).isEmpty();
      index.delete(id("a"));
      IOUtils.rm(sentences());

      assertThatThrownBy(() -> index.withoutSentenceVectors(9)).isInstanceOf(Unavailable.class);
      assertThat(index.withoutSentenceVectors(9)).containsExactly(paper("b"));
    }
  }

  @Test
  void thoseOfAnotherModelAreThrownAway() {
    fill();
    SentenceReading read = SentenceReading.open(sentences(), SentenceIndex.stamp(OTHER));
    assertThat(read.papers()).isZero();
    read.close();

    try (SentenceIndex index = SentenceIndex.open(sentences(), OTHER)) {
      assertThat(index.reading().papers()).isZero();
    }
    assertKept(false);
  }

  @Test
  void theirStampNamesTheRulesBySentencesAndModel() {
    assertThat(SentenceIndex.stamp(IDENTITY)).containsOnlyKeys("format", "sentences", "model");
    assertThat(SentenceIndex.stamp(IDENTITY)).isNotEqualTo(SentenceIndex.stamp(OTHER));
  }

  @Test
  void aNewGenerationBeginsWithout() {
    fill();
    LuceneStore.reembed(folder, OTHER);

    try (PaperIndex index = LuceneStore.open(folder, OTHER);
        IndexView view = index.view()) {
      assertThat(view.papersWithSentenceVectors()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 40, 90, 170, 310})
  void aKilledWriterLeavesWholeOnes(int milliseconds) throws Exception {
    try (WritingProcess writer = WritingProcess.puttingSentences(folder)) {
      assertThat(writer.line()).isEqualTo("sentences 0");
      // Any moment will do: what holds must hold at each.
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
      int batches = 1 + Integer.parseInt(writer.kill("sentences 0").split(" ", 2)[1]);

      try (PaperIndex index = open();
          IndexView view = index.view()) {
        assertThat(view.papersWithSentenceVectors())
            .isGreaterThanOrEqualTo(batches * WritingProcess.BATCH);
        List<Paper> last = WritingProcess.batch(batches - 1);
        assertThat(view.sentenceVectors(last)).hasSize(last.size());
      }
    }
  }

  private Path sentences() {
    return folder.resolve("g000001/sentences");
  }

  private Path fileWith(String part) throws IOException {
    try (Stream<Path> files = Files.list(sentences())) {
      return files
          .filter(file -> file.getFileName().toString().contains(part))
          .findFirst()
          .orElseThrow();
    }
  }

  private void fill() {
    fillWithEmbedded();
    record();
  }

  private void record() {
    try (PaperIndex index = open()) {
      index.recordSentences(List.of(made(PAPER)));
    }
  }

  static SentenceVectors made(Paper paper) {
    return new SentenceVectors(paper.id(), paper.contentHash(), List.of(embedding(1)));
  }

  private void assertKept(boolean kept) {
    try (PaperIndex index = open();
        IndexView view = index.view()) {
      assertThat(view.get(id("a"))).isPresent();
      assertThat(view.sentenceVectors(List.of(PAPER)).containsKey(id("a"))).isEqualTo(kept);
      assertThat(index.withoutSentenceVectors(9)).hasSize(kept ? 0 : 1);
    }
  }

  private boolean readOnly() {
    try (IndexView view = LuceneStore.openReadOnly(folder).view()) {
      return view.sentenceVectors(List.of(PAPER)).containsKey(id("a"));
    }
  }
}
