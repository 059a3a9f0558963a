package dev.kindred.index;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.by;
import static dev.kindred.index.Samples.embedded;
import static dev.kindred.index.Samples.embedding;
import static dev.kindred.index.Samples.failed;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.ids;
import static dev.kindred.index.Samples.paper;
import static dev.kindred.index.Samples.published;
import static dev.kindred.index.Samples.truncated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.index.EmbeddingState.Embedded;
import dev.kindred.index.EmbeddingState.Failed;
import dev.kindred.index.EmbeddingState.Pending;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.index.PaperIndex.PutOutcome;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link PaperIndex} must keep: its writes, and where each paper stands. */
public abstract class PaperIndexContract extends IndexedPapers {

  @Test
  void aPaperThatWasPutIsThereWhole() {
    Paper whole =
        new Paper(
            id("doi:10.1000/18 2"),
            "Über naïve Bayes",
            "Two\nlines.",
            by(paper("x"), "Ada Lovelace", "Σ. Οὐτις").authors(),
            published(paper("x"), "2024-05").published(),
            List.of("cs.CL", "stat"),
            Optional.of("https://example.org/a"),
            Map.of(
                "venue",
                "ACL",
                "pages",
                List.of(1, new BigDecimal("2.5"), 12345678901L),
                "open",
                true));

    assertThat(index.put(List.of(whole))).containsExactly(PutOutcome.NEW);

    assertThat(get("doi:10.1000/18 2")).contains(new IndexedPaper(whole, new Pending(0)));
  }

  @Test
  void anUnknownIdHasNoPaper() {
    index.put(List.of(paper("a")));

    assertThat(get("b")).isEmpty();
    try (IndexView view = index.view()) {
      assertThat(view.get(ids("b", "a"))).containsOnlyKeys(id("a"));
    }
  }

  @Test
  void puttingAPaperAgainReplacesIt() {
    index.put(List.of(paper("a", "Old", "old words")));

    assertThat(index.put(List.of(paper("a", "New", "new words"))))
        .containsExactly(PutOutcome.CHANGED);

    assertThat(get("a").orElseThrow().paper().title()).isEqualTo("New");
    assertThat(matching("old")).isEmpty();
    assertThat(counts().papers()).isEqualTo(1);
  }

  @Test
  void puttingTheSamePaperAgainChangesNothing() {
    Paper paper =
        new Paper(
            id("a"),
            "Title",
            "Abstract",
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Map.of("year", 2024L, "weight", 1.5f));
    index.put(List.of(paper));

    assertThat(index.put(List.of(paper))).containsExactly(PutOutcome.UNCHANGED);
  }

  @Test
  void ofSeveralPapersWithOneIdTheLastWins() {
    List<PutOutcome> outcomes =
        index.put(List.of(paper("a", "One", ""), paper("b"), paper("a", "Two", "")));

    assertThat(outcomes).containsExactly(PutOutcome.NEW, PutOutcome.NEW, PutOutcome.CHANGED);
    assertThat(get("a").orElseThrow().paper().title()).isEqualTo("Two");
    assertThat(counts().papers()).isEqualTo(2);
  }

  @Test
  void aListLargerThanAGroupIsPutWhole() {
    List<Paper> papers = IntStream.range(0, 2_500).mapToObj(i -> paper("p" + i)).toList();

    assertThat(index.put(papers)).hasSize(2_500).containsOnly(PutOutcome.NEW);

    assertThat(counts().papers()).isEqualTo(2_500);
  }

  @Test
  void puttingNothingDoesNothing() {
    assertThat(index.put(List.of())).isEmpty();
    assertThat(counts()).isEqualTo(new Counts(0, 0, 0, 0, 0));
  }

  @Test
  void aDeletedPaperIsGone() {
    index.put(List.of(paper("a"), paper("b")));
    embed(paper("a"));

    assertThat(index.delete(id("a"))).isTrue();

    assertThat(index.delete(id("a"))).isFalse();
    assertThat(get("a")).isEmpty();
    assertThat(matching("title")).containsExactly(id("b"));
    assertThat(counts()).isEqualTo(new Counts(1, 0, 1, 0, 0));
  }

  @Test
  void aPaperPutAgainAfterItsDeletionIsNew() {
    index.put(List.of(paper("a")));
    index.delete(id("a"));

    assertThat(index.put(List.of(paper("a")))).containsExactly(PutOutcome.NEW);
  }

  @Test
  void anEmbeddedPaperIsFoundByMeaning() {
    put(paper("a"), paper("b"));

    assertThat(index.record(List.of(embedded(paper("a"))))).isEqualTo(1);

    assertThat(get("a").orElseThrow().state()).isEqualTo(new Embedded(12, false));
    assertThat(nearest(embedding(paper("a")), 10)).containsExactly(id("a"));
    assertThat(counts()).isEqualTo(new Counts(2, 1, 1, 0, 0));
  }

  @Test
  void anEmbeddingIsKeptBitForBit() {
    put(paper("a"), paper("b"));
    embed(paper("a"));

    try (IndexView view = index.view()) {
      assertThat(view.vectors(ids("a", "b", "c")))
          .containsExactlyEntriesOf(Map.of(id("a"), embedding(paper("a"))));
    }
  }

  @Test
  void aPaperOfWhichOnlyTheFieldsChangeKeepsItsEmbedding() {
    put(paper("a"));
    embed(paper("a"));

    assertThat(index.put(List.of(published(paper("a"), "2024"))))
        .containsExactly(PutOutcome.CHANGED);

    assertThat(get("a").orElseThrow().state()).isEqualTo(new Embedded(12, false));
    assertThat(nearest(embedding(paper("a")), 1)).containsExactly(id("a"));
  }

  @Test
  void aPaperWhoseTextChangesIsPendingAgain() {
    put(paper("a", "Before", ""));
    embed(paper("a", "Before", ""));

    put(paper("a", "After", ""));

    assertThat(get("a").orElseThrow().state()).isEqualTo(new Pending(0));
    assertThat(nearest(embedding(1), 1)).isEmpty();
    assertThat(pending(10)).containsExactly(id("a"));
  }

  @Test
  void aPaperChangedWhileItIsEmbeddedKeepsTheChange() {
    Paper before = paper("a", "Before", "");
    put(before);
    put(paper("a", "After", ""));

    assertThat(index.record(List.of(embedded(before), failed(before, "no")))).isZero();

    assertThat(get("a").orElseThrow().paper().title()).isEqualTo("After");
    assertThat(get("a").orElseThrow().state()).isEqualTo(new Pending(0));
  }

  @Test
  void aPaperDeletedWhileItIsEmbeddedStaysDeleted() {
    put(paper("a"));
    index.delete(id("a"));

    assertThat(index.record(List.of(embedded(paper("a"))))).isZero();

    assertThat(counts()).isEqualTo(new Counts(0, 0, 0, 0, 0));
  }

  @Test
  void aFailedAttemptSendsThePaperToTheEndOfTheQueue() {
    put(paper("a"), paper("b"));

    assertThat(index.record(List.of(failed(paper("a"), "too odd")))).isEqualTo(1);

    assertThat(pending(10)).containsExactly(id("b"), id("a"));
    assertThat(get("a").orElseThrow().state()).isEqualTo(new Pending(1));
  }

  @Test
  void afterThreeAttemptsAPaperHasFailedAndBlocksNothing() {
    put(paper("a"), paper("b"));
    for (int attempt = 0; attempt < 3; attempt++) {
      index.record(List.of(failed(paper("a"), "reason " + attempt)));
    }

    assertThat(get("a").orElseThrow().state()).isEqualTo(new Failed("reason 2", 3));
    assertThat(pending(10)).containsExactly(id("b"));
    assertThat(matching("title")).contains(id("a"));
    assertThat(counts()).isEqualTo(new Counts(2, 0, 1, 1, 0));
  }

  @Test
  void threeFailuresInOneListAreThreeAttempts() {
    put(paper("a"));
    EmbeddingResult failure = failed(paper("a"), "no");

    assertThat(index.record(List.of(failure, failure, failure, failure))).isEqualTo(3);

    assertThat(get("a").orElseThrow().state()).isEqualTo(new Failed("no", 3));
  }

  @Test
  void aFailureDoesNotTakeAnEmbeddingAway() {
    put(paper("a"));
    embed(paper("a"));

    assertThat(index.record(List.of(failed(paper("a"), "late")))).isZero();

    assertThat(get("a").orElseThrow().state()).isEqualTo(new Embedded(12, false));
  }

  @Test
  void failedPapersArePendingAgainWhenAsked() {
    put(paper("a"), paper("b"));
    EmbeddingResult failure = failed(paper("a"), "no");
    index.record(List.of(failure, failure, failure));

    assertThat(index.retryFailed()).isEqualTo(1);

    assertThat(get("a").orElseThrow().state()).isEqualTo(new Pending(0));
    assertThat(index.retryFailed()).isZero();
  }

  @Test
  void aFailedPaperWithNewFieldsIsStillFailed() {
    put(paper("a"));
    EmbeddingResult failure = failed(paper("a"), "no");
    index.record(List.of(failure, failure, failure));

    put(published(paper("a"), "2024"));

    assertThat(get("a").orElseThrow().state()).isEqualTo(new Failed("no", 3));
  }

  @Test
  void pendingPapersComeOldestFirst() {
    put(paper("c"), paper("a"));
    put(paper("b"));

    assertThat(pending(10)).containsExactly(id("c"), id("a"), id("b"));
    assertThat(pending(2)).containsExactly(id("c"), id("a"));
  }

  @Test
  void pendingLeavesOutWhatIsNotWanted() {
    index.put(IntStream.range(0, 600).mapToObj(i -> paper("p%03d".formatted(i))).toList());

    List<Paper> papers = index.pending(2, id -> id.value().compareTo("p500") >= 0);

    assertThat(papers).extracting(Paper::id).containsExactly(id("p500"), id("p501"));
  }

  @Test
  void awaitingEndsAtOnceWhenSomethingIsPending() throws InterruptedException {
    put(paper("a"));

    assertThat(index.awaitPending(Duration.ZERO)).isTrue();
  }

  @Test
  void awaitingEndsWithoutAPaperWhenTheTimeIsOver() throws InterruptedException {
    put(paper("a"));
    embed(paper("a"));

    assertThat(index.awaitPending(Duration.ofMillis(5))).isFalse();
  }

  @Test
  void awaitingEndsWhenAPaperComes() {
    CompletableFuture<Boolean> awaited = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            awaited.complete(index.awaitPending(Duration.ofMinutes(1)));
          } catch (InterruptedException | RuntimeException failure) {
            awaited.completeExceptionally(failure);
          }
        });

    put(paper("a"));

    assertThat(awaited.orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join()).isTrue();
  }

  @Test
  void truncatedPapersAreCounted() {
    put(paper("a"), paper("b"));
    index.record(List.of(truncated(paper("a")), embedded(paper("b"))));

    assertThat(counts()).isEqualTo(new Counts(2, 2, 0, 0, 1));
    assertThat(counts().isFullyEmbedded()).isTrue();
    assertThat(get("a").orElseThrow().state()).isEqualTo(new Embedded(512, true));

    put(paper("a", "Shorter now", ""));

    assertThat(counts()).isEqualTo(new Counts(2, 1, 1, 0, 0));
  }

  @Test
  void aVectorOfAnotherDimensionIsOurOwnBug() {
    put(paper("a"));
    Embedding small = Embedding.normalised(new float[] {1, 2, 3});
    EmbeddingResult wrong =
        new EmbeddingResult.Succeeded(
            id("a"), paper("a").contentHash(), new EmbeddedText(small, 3, false));

    assertThatThrownBy(() -> index.record(List.of(wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 dimensions");
    assertThat(index.record(List.of(embedded(paper("a"))))).isEqualTo(1);
  }

  @Test
  void anotherWayOfRunningTheSameModelIsNoted() {
    var other = new ModelIdentity.Recorded("99", "runtime 2", "other cpu");

    index.accept(other);

    assertThat(index.identity()).isEqualTo(new ModelIdentity(IDENTITY.compatible(), other));
  }

  @Test
  void aViewStaysAsItWas() {
    Paper paper = paper("a", "Before", "");
    put(paper);
    embed(paper);
    try (IndexView before = index.view()) {
      put(paper("a", "After", ""), paper("b"));
      index.delete(id("a"));

      assertThat(before.get(id("a"))).map(IndexedPaper::paper).contains(paper);
      assertThat(before.nearest(embedding(paper), 5, Filter.NONE)).hasSize(1);
      assertThat(before.matching(Words.of("before"), 5, Filter.NONE)).hasSize(1);
      assertThat(before.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0));
      assertThat(before.listAfter(Optional.empty(), 5)).containsExactly(paper);
    }
    assertThat(counts().papers()).isEqualTo(1);
  }

  @Test
  void aViewOutlivesTheIndex() {
    put(paper("a"));
    try (IndexView view = index.view()) {
      index.close();

      assertThat(view.get(id("a"))).isPresent();
    }
  }

  @Test
  void aClosedViewIsNotAsked() {
    IndexView view = index.view();
    view.close();
    view.close();

    assertThatThrownBy(view::counts).isInstanceOf(IllegalStateException.class);
  }

  private List<PaperId> pending(int limit) {
    return index.pending(limit, _ -> true).stream().map(Paper::id).toList();
  }
}
