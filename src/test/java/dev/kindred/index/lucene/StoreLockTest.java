package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may write to a store, and who may read it meanwhile. */
class StoreLockTest extends StoreInAFolder {
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
  void reembeddingWaitsForNoOneWhoWrites() {
    try (PaperIndex index = open()) {
      assertThatThrownBy(() -> LuceneStore.reembed(folder, OTHER))
          .isInstanceOf(UnusableStore.class)
          .hasMessageContaining("in use by process");
      assertThat(index.identity()).isEqualTo(IDENTITY);
    }
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
  void whereNoStoreIsNoneIsRead() {
    assertThatThrownBy(() -> LuceneStore.openReadOnly(folder))
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining("no store");
    assertThatThrownBy(() -> LuceneStore.reembed(folder, OTHER)).isInstanceOf(UnusableStore.class);
    assertThat(folder).doesNotExist();
  }
}
