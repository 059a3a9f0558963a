package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.by;
import static dev.kindred.index.Samples.embedded;
import static dev.kindred.index.Samples.embedding;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.identity;
import static dev.kindred.index.Samples.ids;
import static dev.kindred.index.Samples.inCategories;
import static dev.kindred.index.Samples.paper;
import static dev.kindred.index.Samples.published;
import static dev.kindred.index.Samples.withMetadata;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.index.Counts;
import dev.kindred.index.EmbeddingState.Embedded;
import dev.kindred.index.EmbeddingState.Failed;
import dev.kindred.index.EmbeddingState.Pending;
import dev.kindred.index.Facet;
import dev.kindred.index.FacetField;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.IndexedPaper;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Selection;
import dev.kindred.paper.Paper;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Stores that an older version made. */
class UpgradedStoreTest extends StoreInAFolder {
  private static final Paper READ =
      inCategories(
          published(by(paper("read", "Black mamba", "Snakes."), "Doe, Jane"), "2024-05"), "zoo");
  private static final Paper CUT = withMetadata(paper("cut"), Map.of("venue", "ACL"));
  private static final Paper WAITING = paper("waiting");
  private static final Paper TRIED = paper("tried");
  private static final Paper GIVEN_UP = paper("givenUp");

  @Test
  void allPapersKeepTheirTextVectorStateAndPlaceInTheQueue() throws IOException {
    fill();

    try (PaperIndex index = open();
        IndexView view = index.view()) {
      assertThat(view.counts()).isEqualTo(new Counts(5, 2, 2, 1, 1));
      assertThat(view.get(id("read"))).contains(new IndexedPaper(READ, new Embedded(17, false)));
      assertThat(view.get(id("cut"))).contains(new IndexedPaper(CUT, new Embedded(17, true)));
      assertThat(view.get(id("tried"))).contains(new IndexedPaper(TRIED, new Pending(2)));
      assertThat(view.get(id("givenUp")))
          .contains(new IndexedPaper(GIVEN_UP, new Failed("too odd", 3)));
      assertThat(view.vectors(ids("read", "cut")))
          .isEqualTo(Map.of(id("read"), embedding(READ), id("cut"), embedding(CUT)));
      assertThat(view.nearest(embedding(CUT), 1, Filter.NONE))
          .extracting(Hit::id)
          .containsExactly(id("cut"));
      index.put(List.of(paper("new")));
      assertThat(index.pending(9, _ -> true))
          .extracting(Paper::id)
          .isEqualTo(ids("waiting", "tried", "new"));
    }
  }

  @Test
  void whatTheOldFormatCouldNotAnswerIsAnswered() throws IOException {
    fill();

    try (PaperIndex index = open();
        IndexView view = index.view()) {
      assertThat(view.papersWith("black mamba", 9, Filter.NONE)).isEqualTo(ids("read"));
      assertThat(view.named("Jane Doe", 9, Filter.NONE)).isEqualTo(ids("read"));
      assertThat(view.count(new Filter.Metadata("venue", "ACL"))).isEqualTo(1);
      FacetField category = new FacetField.Category();
      assertThat(view.facets(List.of(category), new Selection.Filtered(Filter.NONE), 9))
          .containsExactly(new Facet(category, List.of(new Facet.Value("zoo", 1)), 1));
    }
  }

  @Test
  void anUpgradedStoreIsNotUpgradedAgain() throws IOException {
    fill();
    open().close();
    open().close();

    assertThat(names()).containsExactlyInAnyOrder("current", "g000002", "lock");
    Manifest manifest = Manifest.read(folder.resolve("g000002/manifest.json"));
    assertThat(manifest.format()).isEqualTo(2);
    assertThat(manifest.identity()).isEqualTo(IDENTITY);
  }

  @Test
  void whoOnlyReadsIsToldWhichCommandsUpgrade() throws IOException {
    fill();
    ReadOnlyStore store = LuceneStore.openReadOnly(folder);

    assertThat(store.identity()).isEqualTo(IDENTITY);
    assertThat(LuceneStore.modelOf(folder)).contains("test-model");
    assertThatThrownBy(store::view)
        .isInstanceOf(UnusableStore.class)
        .hasMessageContainingAll("has format 1", "kindred serve", "kindred import");

    open().close();
    try (IndexView view = store.view()) {
      assertThat(view.counts().papers()).isEqualTo(5);
    }
  }

  @Test
  void anUpgradeThatWasKilledIsDoneAgain() throws IOException {
    fill();
    Path half = folder.resolve("g000002/index");
    Files.createDirectories(half);
    Files.writeString(half.resolve("_0.cfs"), "half");

    assertWhole();
  }

  @Test
  void anUpgradeThatWasKilledBeforeItServedIsDoneAgain() throws IOException {
    fill();
    Path old = folder.resolveSibling("old");
    copy(folder.resolve("g000001"), old);
    open().close();
    copy(old, folder.resolve("g000001"));
    Files.writeString(folder.resolve("current"), "g000001\n");

    assertWhole();
  }

  @Test
  void anUpgradeThatWasKilledBeforeTheOldWentServesTheNew() throws IOException {
    fill();
    Path old = folder.resolveSibling("old");
    copy(folder.resolve("g000001"), old);
    open().close();
    copy(old, folder.resolve("g000001"));

    assertWhole();
  }

  private void assertWhole() throws IOException {
    try (PaperIndex index = open();
        IndexView view = index.view()) {
      assertThat(view.counts()).isEqualTo(new Counts(5, 2, 2, 1, 1));
    }
    assertThat(names()).containsExactlyInAnyOrder("current", "g000002", "lock");
  }

  @Test
  void aFailedUpgradeLeavesTheOldStoreAndNothingElse() throws IOException {
    try (FormatOneStore store = new FormatOneStore(folder, IDENTITY)) {
      store.pending(READ, 0);
      store.pending(Paper.of(id("x"), "t".repeat(5_001), ""), 0);
    }

    assertThatThrownBy(this::open).hasMessageContaining("title has 5001 characters");

    assertThat(names()).containsExactlyInAnyOrder("current", "g000001", "lock");
    assertThat(folder.resolve("current")).hasContent("g000001");
  }

  @Test
  void anOldStoreOfAnotherModelIsRefusedAsItIs() throws IOException {
    fill();

    assertThatThrownBy(() -> LuceneStore.open(folder, OTHER))
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining("kindred reembed --model other-model");
    assertThat(names()).contains("g000001").doesNotContain("g000002");
  }

  @Test
  void anOldStoreWithoutVectorsTakesAnotherModelOnTheWay() throws IOException {
    try (FormatOneStore store = new FormatOneStore(folder, IDENTITY)) {
      store.pending(WAITING, 0);
    }

    try (PaperIndex index = LuceneStore.open(folder, OTHER)) {
      assertThat(index.identity()).isEqualTo(OTHER);
      assertThat(index.pending(9, _ -> true)).containsExactly(WAITING);
      assertThat(index.record(List.of(embedded(WAITING)))).isEqualTo(1);
    }
    try (PaperIndex index = LuceneStore.open(folder, OTHER);
        IndexView view = index.view()) {
      assertThat(view.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0));
    }
  }

  @Test
  void reembeddingAnOldStoreUpgradesIt() throws IOException {
    fill();

    assertThat(LuceneStore.reembed(folder, identity("small", 3))).isEqualTo(5);

    try (PaperIndex index = LuceneStore.open(folder, identity("small", 3));
        IndexView view = index.view()) {
      assertThat(view.counts()).isEqualTo(new Counts(5, 0, 5, 0, 0));
      assertThat(view.papersWith("black mamba", 9, Filter.NONE)).isEqualTo(ids("read"));
    }
  }

  @Test
  void anEmptyOldStoreIsUpgradedToo() throws IOException {
    new FormatOneStore(folder, IDENTITY).close();

    try (PaperIndex index = open()) {
      index.put(List.of(READ));
      assertThat(index.pending(9, _ -> true)).containsExactly(READ);
    }
  }

  @Test
  void manyPapersOfManySegmentsAreUpgraded() throws IOException {
    int papers = 3_000;
    try (FormatOneStore store = new FormatOneStore(folder, IDENTITY)) {
      for (int i = 0; i < papers; i++) {
        Paper paper = paper("p" + i);
        store.embedded(paper, embedding(paper), i % 2 == 0);
      }
    }

    try (PaperIndex index = open();
        IndexView view = index.view()) {
      assertThat(view.counts()).isEqualTo(new Counts(papers, papers, 0, 0, papers / 2));
      assertThat(view.listAfter(Optional.empty(), papers))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, papers).mapToObj(i -> paper("p" + i)).toList());
      assertThat(view.vectors(ids("p7", "p2999")))
          .isEqualTo(
              Map.of(id("p7"), embedding(paper("p7")), id("p2999"), embedding(paper("p2999"))));
    }
  }

  private void fill() throws IOException {
    try (FormatOneStore store = new FormatOneStore(folder, IDENTITY)) {
      store.embedded(READ, embedding(1), false);
      store.embedded(READ, embedding(READ), false);
      store.pending(WAITING, 0);
      store.embedded(CUT, embedding(CUT), true);
      store.pending(paper("gone"), 0);
      store.failed(GIVEN_UP, "too odd");
      store.pending(TRIED, 2);
      store.delete(paper("gone"));
    }
  }
}
