package dev.kindred.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.InterceptedEmbedder;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.index.Counts;
import dev.kindred.index.EmbeddingState;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingWorkerTest {
  private static Embedder model;

  @TempDir Path folder;
  private PaperIndex index;

  @BeforeAll
  static void loadTheModel() {
    model = new ModelCatalog(Path.of("models")).load("all-MiniLM-L6-v2");
  }

  @AfterAll
  static void releaseTheModel() {
    model.close();
  }

  @BeforeEach
  void openTheIndex() {
    index = LuceneStore.open(folder.resolve("store"), model.identity());
  }

  @AfterEach
  void closeTheIndex() {
    index.close();
  }

  @Test
  void everythingPendingIsEmbeddedAndTheTimeLeftComesTrue() {
    index.put(papers(150));
    try (EmbeddingWorker worker = EmbeddingWorker.start(index, model, InstantSource.system())) {
      waitUntil(() -> worker.progress().pending() == 0);
      assertThat(worker.progress().perSecond()).isPositive();
      assertThat(worker.progress().timeLeft()).contains(Duration.ZERO);
    }
    assertThat(counts()).isEqualTo(new Counts(150, 150, 0, 0, 0));
  }

  @Test
  void aWorkerGoesOnWhereAnotherStoppedAndEmbedsNothingTwice() {
    index.put(papers(150));
    InterceptedEmbedder counted = InterceptedEmbedder.counting(model);
    try (EmbeddingWorker _ = EmbeddingWorker.start(index, counted, InstantSource.system())) {
      waitUntil(() -> counted.passages() >= 40);
    }
    assertThat(counts().embedded()).isBetween(40, 149);
    try (EmbeddingWorker worker = EmbeddingWorker.start(index, counted, InstantSource.system())) {
      waitUntil(() -> worker.progress().pending() == 0);
    }
    assertThat(counts().embedded()).isEqualTo(150);
    assertThat(counted.passages()).isEqualTo(150);
  }

  @Test
  void aPaperChangedWhileItIsEmbeddedKeepsTheChange() throws InterruptedException {
    Paper before = paper("p", "The tides of a narrow bay.");
    Paper after = paper("p", "Counting votes in village councils.");
    duringTheFirstEmbeddingOf(before, () -> index.put(List.of(after)));
    try (IndexView view = index.view()) {
      assertThat(view.get(after.id()).orElseThrow().paper()).isEqualTo(after);
      assertThat(view.vectors(Set.of(after.id())).get(after.id()))
          .isEqualTo(model.passage(PassageText.of(after)).embedding());
    }
  }

  @Test
  void aPaperDeletedWhileItIsEmbeddedStaysDeleted() throws InterruptedException {
    Paper paper = paper("p", "The tides of a narrow bay.");
    duringTheFirstEmbeddingOf(paper, () -> index.delete(paper.id()));
    assertThat(counts()).isEqualTo(new Counts(1, 1, 0, 0, 0));
    try (IndexView view = index.view()) {
      assertThat(view.get(paper.id())).isEmpty();
    }
  }

  /** Runs an action while a paper is being embedded, then waits until all, and one more, are. */
  private void duringTheFirstEmbeddingOf(Paper paper, Runnable action) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    String text = PassageText.of(paper);
    InterceptedEmbedder held =
        new InterceptedEmbedder(
            model,
            passage -> {
              if (passage.equals(text) && goOn.getCount() > 0) {
                begun.countDown();
                await(goOn);
              }
            });
    index.put(List.of(paper, paper("other", "Moss on old roofs.")));
    try (EmbeddingWorker worker = EmbeddingWorker.start(index, held, InstantSource.system())) {
      begun.await();
      action.run();
      goOn.countDown();
      waitUntil(() -> worker.progress().pending() == 0);
    }
  }

  @Test
  void aPaperThatCannotBeEmbeddedFailsWithItsReasonAndHoldsUpNothing() {
    InterceptedEmbedder failing = InterceptedEmbedder.refusing(model, "paper 7 ");
    index.put(papers(20));
    try (EmbeddingWorker worker = EmbeddingWorker.start(index, failing, InstantSource.system())) {
      waitUntil(() -> worker.progress().pending() == 0);
    }
    assertThat(counts()).isEqualTo(new Counts(20, 19, 0, 1, 0));
    try (IndexView view = index.view()) {
      assertThat(view.get(new PaperId("p7")).orElseThrow().state())
          .isEqualTo(new EmbeddingState.Failed("the reason", 3));
    }
    assertThat(failing.passages()).isEqualTo(22);
    embedFailedOnesAgain();
  }

  @Test
  void anErrorWhileEmbeddingIsAFailedAttemptLikeAnyOther() {
    InterceptedEmbedder failing =
        new InterceptedEmbedder(
            model,
            _ -> {
              throw new StackOverflowError("too deep");
            });
    index.put(papers(1));
    try (EmbeddingWorker worker = EmbeddingWorker.start(index, failing, InstantSource.system())) {
      waitUntil(() -> worker.progress().pending() == 0);
    }
    assertThat(counts().failed()).isEqualTo(1);
  }

  private void embedFailedOnesAgain() {
    assertThat(index.retryFailed()).isEqualTo(1);
    try (EmbeddingWorker worker = EmbeddingWorker.start(index, model, InstantSource.system())) {
      waitUntil(() -> worker.progress().pending() == 0);
    }
    assertThat(counts()).isEqualTo(new Counts(20, 20, 0, 0, 0));
  }

  private Counts counts() {
    try (IndexView view = index.view()) {
      return view.counts();
    }
  }

  private static List<Paper> papers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> paper("p" + i, "What paper " + i + " says of the matter at hand."))
        .toList();
  }

  private static Paper paper(String id, String abstractText) {
    return Paper.of(new PaperId(id), "", abstractText);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void waitUntil(BooleanSupplier condition) {
    Instant deadline = Instant.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(5_000_000);
    }
  }
}
