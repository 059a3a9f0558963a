package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.embedded;
import static dev.kindred.index.Samples.embedding;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.index.Counts;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.paper.Paper;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneStoreTest extends StoreInAFolder {
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
}
