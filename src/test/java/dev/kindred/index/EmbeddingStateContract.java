package dev.kindred.index;

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
import dev.kindred.index.EmbeddingState.Embedded;
import dev.kindred.index.EmbeddingState.Failed;
import dev.kindred.index.EmbeddingState.Pending;
import dev.kindred.index.PaperIndex.EmbeddedPaper;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.index.PaperIndex.PutOutcome;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where every {@link PaperIndex} must say that a paper stands on its way to a vector. */
public abstract class EmbeddingStateContract extends IndexedPapers {
  @Test
  void anEmbeddedPaperIsFoundByMeaning() {
    put(paper("a"), paper("b"));

    assertThat(index.record(List.of(embedded(paper("a"))))).isEqualTo(1);

    assertThat(get("a").orElseThrow().state()).isEqualTo(new Embedded(12, false));
    assertThat(nearest(embedding(paper("a")), 10)).containsExactly(id("a"));
    assertThat(counts()).isEqualTo(new Counts(2, 1, 1, 0, 0));
  }

  @Test
  void aPaperCanBePutWithItsVector() {
    put(paper("b"));
    EmbeddedPaper known =
        new EmbeddedPaper(paper("a"), new EmbeddedText(embedding(paper("a")), 12, false));
    EmbeddedPaper waiting =
        new EmbeddedPaper(paper("b"), new EmbeddedText(embedding(paper("b")), 12, true));

    assertThat(index.putEmbedded(List.of(known, waiting, known)))
        .containsExactly(PutOutcome.NEW, PutOutcome.CHANGED, PutOutcome.UNCHANGED);

    assertThat(get("a").orElseThrow().state()).isEqualTo(new Embedded(12, false));
    assertThat(get("b").orElseThrow().state()).isEqualTo(new Embedded(12, true));
    assertThat(nearest(embedding(paper("a")), 1)).containsExactly(id("a"));
    assertThat(counts()).isEqualTo(new Counts(2, 2, 0, 0, 1));
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
  void failedPapersAreListedInTheOrderOfTheirIds() {
    put(paper("c"), paper("b"), paper("a"), paper("d"));
    embed(paper("d"));
    for (String id : List.of("c", "b")) {
      EmbeddingResult failure = failed(paper(id), "no " + id);
      index.record(List.of(failure, failure, failure));
    }

    try (IndexView view = index.view()) {
      assertThat(view.failed(50))
          .containsExactly(
              new IndexedPaper(paper("b"), new Failed("no b", 3)),
              new IndexedPaper(paper("c"), new Failed("no c", 3)));
      assertThat(view.failed(1)).extracting(failed -> failed.paper().id()).containsExactly(id("b"));
    }
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

  private List<PaperId> pending(int limit) {
    return index.pending(limit, _ -> true).stream().map(Paper::id).toList();
  }
}
