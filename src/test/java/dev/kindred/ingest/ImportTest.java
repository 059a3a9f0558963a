package dev.kindred.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.Pooling;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.ingest.format.Entry;
import dev.kindred.ingest.format.EntryReader;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperDraft;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.Unavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  private static final ModelIdentity IDENTITY =
      new ModelIdentity(
          new ModelIdentity.Compatible(
              "m", "w", "t", Pooling.CLS, "", "", 512, 384, "c", "as published"),
          new ModelIdentity.Recorded("g", "r", "p"));

  @TempDir Path folder;
  private final List<RejectedEntry> rejected = new ArrayList<>();
  private PaperIndex index;

  @BeforeEach
  void openTheIndex() {
    index = LuceneStore.open(folder.resolve("store"), IDENTITY);
  }

  @AfterEach
  void closeTheIndex() {
    index.close();
  }

  @Test
  void everyEntryIsCountedOnceAsWhatBecameOfIt() throws IOException {
    List<Entry> entries = new ArrayList<>();
    IntStream.range(0, 1_200).forEach(i -> entries.add(read(i + 1, draft("p" + i, "T" + i))));
    entries.add(new Entry.Unreadable(1_201, "it is no paper", "rubbish"));
    entries.add(read(1_202, draft("p3", "T3")));
    assertThat(run(entries).summary()).isEqualTo(new ImportSummary(1_202, 1_200, 0, 0, 1, 1));
    assertThat(rejected)
        .containsExactly(new RejectedEntry("file", 1_201, "it is no paper", "rubbish"));

    entries.set(5, read(6, draft("p5", "changed")));
    assertThat(run(entries).summary()).isEqualTo(new ImportSummary(1_202, 0, 1, 1_199, 1, 1));
  }

  @Test
  void theLastOfSeveralEntriesForAPaperWins() throws IOException {
    run(List.of(read(1, draft("p", "first")), read(2, draft("p", "second"))));
    assertThat(find("p").title()).isEqualTo("second");
  }

  @Test
  void aPartialEntryFillsInAndErasesNothing() throws IOException {
    run(List.of(partial(1, draft("p", "T").published("2024-09-25").metadata("n", 4))));
    run(List.of(partial(1, draft("p", "T").metadata("organization", "O"))));
    Paper paper = find("p");
    assertThat(paper.published()).map(Object::toString).contains("2024-09-25");
    assertThat(paper.metadata()).containsEntry("n", 4).containsEntry("organization", "O");
  }

  @Test
  void aPartialEntryFillsInOneThatStillWaitsToBeWritten() throws IOException {
    Import done =
        run(
            List.of(
                partial(1, draft("p", "T").published("2024")),
                partial(2, draft("p", "T").author("A"))));
    assertThat(find("p").published()).isPresent();
    assertThat(find("p").authors()).hasSize(1);
    assertThat(done.summary()).isEqualTo(new ImportSummary(2, 1, 0, 0, 1, 0));
  }

  @Test
  void aStrictImportStopsAtTheFirstBadEntryAndKeepsWhatCameBefore() {
    Import strict = new Import(new IndexSink(index), true, rejected::add);
    List<Entry> entries =
        List.of(
            read(1, draft("p1", "T")),
            new Entry.Unreadable(2, "it is no paper", "rubbish"),
            read(3, draft("p3", "T")));
    assertThatThrownBy(() -> strict.run("file", reader(entries)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith("file, line 2: it is no paper");
    assertThat(find("p1").title()).isEqualTo("T");
    assertThat(new IndexSink(index).find(new PaperId("p3"))).isEmpty();
  }

  @Test
  void aFileThatBreaksOffKeepsWhatCameBefore() {
    Iterator<Entry> one = List.<Entry>of(read(1, draft("p1", "T"))).iterator();
    EntryReader broken =
        () -> {
          if (one.hasNext()) {
            return one.next();
          }
          throw new IOException("unexpected end");
        };
    Import imported = new Import(new IndexSink(index), false, rejected::add);
    assertThatThrownBy(() -> imported.run("file", broken)).hasMessage("unexpected end");
    assertThat(find("p1").title()).isEqualTo("T");
  }

  @Test
  void aBatchThatTheSinkFailsOnIsNotSentAgain() {
    List<Integer> sent = new ArrayList<>();
    PaperSink failing =
        new PaperSink() {
          @Override
          public List<Receipt> put(List<Paper> papers) {
            sent.add(papers.size());
            throw new Unavailable("the disk is full");
          }

          @Override
          public Optional<Paper> find(PaperId id) {
            return Optional.empty();
          }
        };
    Import imported = new Import(failing, false, rejected::add);
    assertThatThrownBy(() -> imported.run("file", reader(List.of(read(1, draft("p", "T"))))))
        .hasMessage("the disk is full");
    assertThat(sent).containsExactly(1);
  }

  @Test
  void aBatchEndsBeforeLargeMetadataFillsTheMemory() throws IOException {
    List<Integer> sent = new ArrayList<>();
    IndexSink real = new IndexSink(index);
    PaperSink counting =
        new PaperSink() {
          @Override
          public List<Receipt> put(List<Paper> papers) {
            sent.add(papers.size());
            return real.put(papers);
          }

          @Override
          public Optional<Paper> find(PaperId id) {
            return real.find(id);
          }
        };
    List<Entry> large =
        IntStream.range(0, 12)
            .<Entry>mapToObj(
                i -> read(i + 1, draft("p" + i, "T").metadata("text", "x".repeat(1_000_000))))
            .toList();
    new Import(counting, false, rejected::add).run("file", reader(large));
    assertThat(sent).hasSizeGreaterThan(2).allMatch(papers -> papers <= 4);
  }

  @Test
  void aStoppedImportEndsSoonAndKeepsWhatItRead() throws IOException {
    Import imported = new Import(new IndexSink(index), false, rejected::add);
    Iterator<Entry> endless =
        IntStream.iterate(0, i -> i + 1).mapToObj(i -> read(i + 1, draft("p" + i, "T"))).iterator();
    boolean toTheEnd =
        imported.run(
            "file",
            () -> {
              Entry next = endless.next();
              if (next.line() == 700) {
                imported.stop();
              }
              return next;
            });
    assertThat(toTheEnd).isFalse();
    assertThat(imported.summary().added()).isEqualTo(imported.summary().read());
    assertThat(find("p698").title()).isEqualTo("T");
  }

  private Import run(List<Entry> entries) throws IOException {
    Import imported = new Import(new IndexSink(index), false, rejected::add);
    assertThat(imported.run("file", reader(entries))).isTrue();
    return imported;
  }

  private static EntryReader reader(List<Entry> entries) {
    Iterator<Entry> iterator = entries.iterator();
    return () -> iterator.hasNext() ? iterator.next() : null;
  }

  private Paper find(String id) {
    return new IndexSink(index).find(new PaperId(id)).orElseThrow();
  }

  private static PaperDraft draft(String id, String title) {
    return new PaperDraft().id(id).title(title);
  }

  private static Entry read(long line, PaperDraft draft) {
    return new Entry.Read(line, draft.toPaper(), false);
  }

  private static Entry partial(long line, PaperDraft draft) {
    return new Entry.Read(line, draft.toPaper(), true);
  }
}
