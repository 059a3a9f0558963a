package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.DIMENSION;
import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.embedded;
import static dev.kindred.index.Samples.embedding;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.identity;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.index.Counts;
import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Words;
import dev.kindred.paper.Paper;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuceneStoreTest {
  private static final ModelIdentity OTHER = identity("other-model", DIMENSION);

  private Path folder;

  @BeforeEach
  void nameAFolder(@TempDir Path temporary) {
    folder = temporary.resolve("vectors");
  }

  @Test
  void theFirstOpeningMakesTheStore() throws IOException {
    open().close();

    assertThat(folder.resolve("current")).hasContent("g000001");
    assertThat(Manifest.read(folder.resolve("g000001/manifest.json")).identity())
        .isEqualTo(IDENTITY);
    assertThat(names()).containsExactlyInAnyOrder("current", "g000001", "lock");
  }

  @Test
  void theFoldersAboveAStoreAreMadeToo() throws IOException {
    folder = folder.resolve("for/all");

    open().close();

    assertThat(names()).contains("current");
  }

  @Test
  void aFailedReembeddingLeavesTheLockFree() throws IOException {
    fillWithEmbedded();
    Path manifest = folder.resolve("g000001/manifest.json");
    String content = Files.readString(manifest);
    Files.writeString(manifest, "{");

    assertThatThrownBy(() -> LuceneStore.reembed(folder, OTHER)).isInstanceOf(UnusableStore.class);

    Files.writeString(manifest, content);
    assertThat(names()).doesNotContain("writer.json");
    open().close();
  }

  @Test
  void whatWasWrittenIsThereAfterReopening() {
    Paper paper = paper("a");
    try (PaperIndex index = open()) {
      index.put(List.of(paper, paper("b")));
      index.record(List.of(embedded(paper)));
    }

    try (PaperIndex index = open();
        IndexView view = index.view()) {
      assertThat(view.counts()).isEqualTo(new Counts(2, 1, 1, 0, 0));
      assertThat(view.vectors(List.of(id("a")))).containsValue(embedding(paper));
    }
  }

  @Test
  void theQueueOfPendingPapersKeepsItsOrder() {
    try (PaperIndex index = open()) {
      index.put(List.of(paper("z"), paper("y")));
    }
    try (PaperIndex index = open()) {
      index.put(List.of(paper("a")));

      assertThat(index.pending(9, _ -> true))
          .extracting(Paper::id)
          .containsExactly(id("z"), id("y"), id("a"));
    }
  }

  @Test
  void anAcknowledgedWriteIsOnTheDiskBeforeTheStoreIsClosed(@TempDir Path copies)
      throws IOException {
    Path copy = copies.resolve("copy");
    try (PaperIndex index = open()) {
      index.put(List.of(paper("a")));
      index.record(List.of(embedded(paper("a"))));
      index.put(List.of(paper("b")));
      index.delete(id("b"));
      copy(folder, copy);
    }

    try (PaperIndex index = LuceneStore.open(copy, IDENTITY);
        IndexView view = index.view()) {
      assertThat(view.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0));
    }
  }

  @Test
  void afterClosingWritesAreRefused() {
    PaperIndex index = open();
    index.close();
    index.close();

    assertThatThrownBy(() -> index.put(List.of(paper("a")))).isInstanceOf(Unavailable.class);
    assertThatThrownBy(index::view).isInstanceOf(Unavailable.class);
  }

  @Test
  void aSecondWriterIsToldWhoTheFirstIs() {
    try (PaperIndex first = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(UnusableStore.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid() + " on ");
      first.put(List.of(paper("a")));
    }
    open().close();
  }

  @Test
  void afterARefusalTheLockIsFree() {
    fillWithEmbedded();

    assertThatThrownBy(() -> LuceneStore.open(folder, OTHER)).isInstanceOf(UnusableStore.class);

    open().close();
  }

  @Test
  void vectorsOfAnotherModelAreRefusedWithTheCommandThatMendsIt() {
    fillWithEmbedded();

    assertThatThrownBy(() -> LuceneStore.open(folder, OTHER))
        .isInstanceOf(UnusableStore.class)
        .hasMessageContainingAll(
            "test-model", "other-model", "./kindred reembed --model other-model");
  }

  @Test
  void aStoreWithoutVectorsTakesAnotherModel() {
    try (PaperIndex index = open()) {
      index.put(List.of(paper("a")));
    }

    try (PaperIndex index = LuceneStore.open(folder, OTHER)) {
      assertThat(index.identity()).isEqualTo(OTHER);
    }
    try (PaperIndex index = LuceneStore.open(folder, OTHER)) {
      assertThat(index.identity()).isEqualTo(OTHER);
    }
  }

  @Test
  void aStoreWhoseVectorsAreGoneTakesAModelOfAnotherDimension() {
    fillWithEmbedded();
    try (PaperIndex index = open()) {
      index.put(List.of(paper("a", "Changed", "")));
    }

    try (PaperIndex index = LuceneStore.open(folder, identity("small", 3))) {
      assertThat(index.pending(9, _ -> true)).hasSize(1);
      assertThat(index.identity().compatible().dimension()).isEqualTo(3);
    }
  }

  @Test
  void anotherWayOfRunningTheModelIsKeptOnceAccepted() {
    fillWithEmbedded();
    var recorded = new ModelIdentity.Recorded("new", "runtime 2", "cpu 2");
    ModelIdentity changed = new ModelIdentity(IDENTITY.compatible(), recorded);
    try (PaperIndex index = LuceneStore.open(folder, changed)) {
      assertThat(index.identity()).isEqualTo(IDENTITY);
      index.accept(recorded);
    }

    try (PaperIndex index = open()) {
      assertThat(index.identity()).isEqualTo(changed);
    }
  }

  @Test
  void reembeddingKeepsTheWordsAndEmptiesTheVectors() throws IOException {
    fillWithEmbedded();

    assertThat(LuceneStore.reembed(folder, OTHER)).isEqualTo(1);

    assertThat(names()).containsExactlyInAnyOrder("current", "g000002", "lock");
    try (PaperIndex index = LuceneStore.open(folder, OTHER);
        IndexView view = index.view()) {
      assertThat(view.counts()).isEqualTo(new Counts(1, 0, 1, 0, 0));
      assertThat(view.get(List.of(id("a")))).containsValue(paper("a"));
      assertThat(view.matching(Words.of("title"), 5, Filter.NONE)).hasSize(1);
      assertThat(index.record(List.of(embedded(paper("a"))))).isEqualTo(1);
    }
  }

  @Test
  void anInterruptedReembeddingLeavesTheOldVectors() throws IOException {
    fillWithEmbedded();
    Path half = folder.resolve("g000002/index");
    Files.createDirectories(half);
    Files.writeString(half.resolve("_0.cfs"), "half");

    try (PaperIndex index = open();
        IndexView view = index.view()) {
      assertThat(view.counts().embedded()).isEqualTo(1);
    }
    assertThat(names()).doesNotContain("g000002");
  }

  @Test
  void aReembeddingThatDidNotDeleteTheOldVectorsServesTheNew() throws IOException {
    fillWithEmbedded();
    Path kept = folder.resolveSibling("kept");
    copy(folder.resolve("g000001"), kept);
    LuceneStore.reembed(folder, OTHER);
    copy(kept, folder.resolve("g000001"));

    try (PaperIndex index = LuceneStore.open(folder, OTHER)) {
      assertThat(index.identity()).isEqualTo(OTHER);
    }
    assertThat(names()).doesNotContain("g000001");
  }

  @Test
  void reembeddingWaitsForNoOneWhoWrites() {
    try (PaperIndex index = open()) {
      assertThatThrownBy(() -> LuceneStore.reembed(folder, OTHER))
          .isInstanceOf(UnusableStore.class)
          .hasMessageContaining("in use by process");
      assertThat(index.identity()).isEqualTo(IDENTITY);
    }
  }

  @Test
  void whoWritesIsToldToReadersUntilItEnds() {
    try (PaperIndex index = open()) {
      assertThat(index.identity()).isEqualTo(IDENTITY);
      assertThat(LuceneStore.openReadOnly(folder).writer().orElseThrow())
          .startsWith("process " + ProcessHandle.current().pid() + " on ")
          .containsPattern("since [^.]*:\\d\\dZ$");
    }
    assertThat(LuceneStore.openReadOnly(folder).writer()).isEmpty();
  }

  @Test
  void readersNeedNoLockAndSeeWhatIsAcknowledged() {
    try (PaperIndex index = open()) {
      index.put(List.of(paper("a")));
      ReadOnlyStore store = LuceneStore.openReadOnly(folder);
      try (IndexView before = store.view()) {
        index.put(List.of(paper("b")));

        assertThat(before.counts().papers()).isEqualTo(1);
      }
      try (IndexView after = store.view()) {
        assertThat(after.counts().papers()).isEqualTo(2);
        assertThat(after.listAfter(Optional.empty(), 9)).containsExactly(paper("a"), paper("b"));
      }
      assertThat(store.identity()).isEqualTo(IDENTITY);
    }
  }

  @Test
  void readersFollowToANewGeneration() {
    fillWithEmbedded();
    ReadOnlyStore store = LuceneStore.openReadOnly(folder);

    LuceneStore.reembed(folder, OTHER);

    assertThat(store.identity()).isEqualTo(OTHER);
    try (IndexView view = store.view()) {
      assertThat(view.counts()).isEqualTo(new Counts(1, 0, 1, 0, 0));
    }
  }

  @Test
  void whereNoStoreIsNoneIsRead() {
    assertThatThrownBy(() -> LuceneStore.openReadOnly(folder))
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining("no store");
    assertThatThrownBy(() -> LuceneStore.reembed(folder, OTHER)).isInstanceOf(UnusableStore.class);
    assertThat(folder).doesNotExist();
  }

  @Test
  void aFolderOfSomethingElseIsLeftAlone() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("thesis.tex"), "x");

    assertThatThrownBy(this::open)
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining("thesis.tex");
    assertThat(names()).containsExactly("thesis.tex");
  }

  @Test
  void aReadmeAndHiddenFilesMayBeThereFirst() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("README.md"), "x");
    Files.writeString(folder.resolve(".gitkeep"), "");

    open().close();

    assertThat(names()).contains("README.md", ".gitkeep", "current");
  }

  @Test
  void aFileIsNoStore() throws IOException {
    Files.writeString(folder, "x");

    assertThatThrownBy(this::open)
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining("not a folder");
  }

  @Test
  void anInterruptedFirstOpeningIsDoneAgain() throws IOException {
    open().close();
    Files.delete(folder.resolve("current"));
    Files.delete(folder.resolve("g000001/manifest.json"));

    open().close();

    assertThat(folder.resolve("current")).hasContent("g000001");
  }

  @Test
  void papersAreNotDeletedBecauseCurrentWasLost() throws IOException {
    fillWithEmbedded();
    Files.delete(folder.resolve("current"));

    assertThatThrownBy(this::open)
        .isInstanceOf(UnusableStore.class)
        .hasMessageContainingAll("current", "g000001");
    Files.writeString(folder.resolve("current"), "g000001");
    open().close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "current | nonsense | names no generation",
        "current | g000009 | that folder is missing",
        "g000001/manifest.json | { | manifest.json",
        "g000001/manifest.json | {} | names no format",
        "g000001/manifest.json | {\"format\": 3} | reads format 2 only",
        "g000001/manifest.json | {\"format\": 2} | manifest.json",
        "g000001/manifest.json | {\"format\": 2, \"created\": \"x\", \"identity\": null} | manifest.json",
      })
  void damagedSmallFilesAreClearErrors(String file, String content, String message)
      throws IOException {
    fillWithEmbedded();
    Files.writeString(folder.resolve(file), content);

    assertThatThrownBy(this::open).isInstanceOf(UnusableStore.class).hasMessageContaining(message);
    assertThatThrownBy(() -> LuceneStore.openReadOnly(folder).view())
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining(message);
  }

  @Test
  void aMissingManifestIsAClearError() throws IOException {
    fillWithEmbedded();
    Files.delete(folder.resolve("g000001/manifest.json"));

    assertThatThrownBy(this::open)
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining("manifest.json is missing");
  }

  @Test
  void aMissingIndexIsDamageAndNoEmptyCollection() throws IOException {
    fillWithEmbedded();
    try (Stream<Path> files = Files.list(folder.resolve("g000001/index"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }

    assertThatThrownBy(this::open).isInstanceOf(UnusableStore.class);
  }

  @ParameterizedTest
  @CsvSource({"segments, 0", "segments, 40", ".cfs, 10", ".cfe, 10", ".si, 0"})
  void aDamagedIndexIsAClearError(String part, int kept) throws IOException {
    fillWithEmbedded();
    Path damaged;
    try (Stream<Path> files = Files.list(folder.resolve("g000001/index"))) {
      damaged =
          files
              .filter(file -> file.getFileName().toString().contains(part))
              .findFirst()
              .orElseThrow();
    }
    byte[] content = Files.readAllBytes(damaged);
    Files.write(damaged, Arrays.copyOf(content, kept));

    assertThatThrownBy(this::open)
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining(folder.toString());
    assertThatThrownBy(() -> LuceneStore.openReadOnly(folder).view())
        .isInstanceOf(UnusableStore.class);
    Files.write(damaged, content);
    open().close();
  }

  private PaperIndex open() {
    return LuceneStore.open(folder, IDENTITY);
  }

  private void fillWithEmbedded() {
    try (PaperIndex index = open()) {
      index.put(List.of(paper("a")));
      index.record(List.of(embedded(paper("a"))));
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
