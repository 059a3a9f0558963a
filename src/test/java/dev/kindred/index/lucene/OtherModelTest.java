package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.embedded;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.identity;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.ModelIdentity.Compatible;
import dev.kindred.index.Counts;
import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Words;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stores whose model changes. */
class OtherModelTest extends StoreInAFolder {
  @Test
  void vectorsOfAnotherModelAreRefusedWithTheCommandThatMendsIt() {
    fillWithEmbedded();

    assertThatThrownBy(() -> LuceneStore.open(folder, OTHER))
        .isInstanceOf(UnusableStore.class)
        .hasMessageContainingAll(
            "test-model", "other-model", "kindred reembed --model other-model");
  }

  @Test
  void aModelThatWasRebuiltSinceIsRefusedWithTheCommandThatMendsIt() {
    fillWithEmbedded();
    Compatible held = IDENTITY.compatible();
    Compatible rebuilt =
        new Compatible(
            held.model(),
            held.weightsSha256(),
            held.tokenizerSha256(),
            held.pooling(),
            held.queryPrefix(),
            held.passagePrefix(),
            held.maxTokens(),
            held.dimension(),
            held.composition(),
            "fused/1");

    assertThatThrownBy(
            () -> LuceneStore.open(folder, new ModelIdentity(rebuilt, IDENTITY.recorded())))
        .isInstanceOf(UnusableStore.class)
        .hasMessageContainingAll(
            "were made before the model test-model was changed",
            "store: test-model, recipe \"none\"",
            "now:   test-model, recipe \"fused/1\"",
            "kindred reembed --model test-model");
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
  void readersFollowToANewGeneration() {
    fillWithEmbedded();
    ReadOnlyStore store = LuceneStore.openReadOnly(folder);
    long before = state(store);

    LuceneStore.reembed(folder, OTHER);

    assertThat(store.identity()).isEqualTo(OTHER);
    assertThat(state(store)).isGreaterThan(before);
    try (IndexView view = store.view()) {
      assertThat(view.counts()).isEqualTo(new Counts(1, 0, 1, 0, 0));
    }
  }

  private static long state(ReadOnlyStore store) {
    try (IndexView view = store.view()) {
      return view.state();
    }
  }
}
