package dev.kindred.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Waiting;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.InterceptedEmbedder;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.index.Counts;
import dev.kindred.index.EmbeddedPapers;
import dev.kindred.index.EmbeddingState;
import dev.kindred.index.IndexView;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddingWorkerTest extends EmbeddedPapers {
  @Test
  void everythingPendingIsEmbeddedAndTheTimeLeftComesTrue() {
    index.put(papers(150));
    try (EmbeddingWorker worker = EmbeddingWorker.start(index, model, InstantSource.system())) {
      awaitTheEndOf(worker);
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
      Waiting.until("40 are embedded", () -> counted.passages() >= 40);
    }
    assertThat(counts().embedded()).isBetween(40, 149);
    try (EmbeddingWorker worker = EmbeddingWorker.start(index, counted, InstantSource.system())) {
      awaitTheEndOf(worker);
    }
    assertThat(counts().embedded()).isEqualTo(150);
    assertThat(counted.passages()).isEqualTo(150);
  }

  @Test
  void aPaperChangedWhileItIsEmbeddedKeepsTheChange() {
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
  void aPaperDeletedWhileItIsEmbeddedStaysDeleted() {
    Paper paper = paper("p", "The tides of a narrow bay.");
    duringTheFirstEmbeddingOf(paper, () -> index.delete(paper.id()));
    assertThat(counts()).isEqualTo(new Counts(1, 1, 0, 0, 0));
    try (IndexView view = index.view()) {
      assertThat(view.get(paper.id())).isEmpty();
    }
  }

  /** Runs an action while a paper is being embedded, then waits until all, and one more, are. */
  private void duringTheFirstEmbeddingOf(Paper paper, Runnable action) {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    String text = PassageText.of(paper);
    InterceptedEmbedder held =
        new InterceptedEmbedder(
            model,
            passage -> {
              if (passage.equals(text) && goOn.getCount() > 0) {
                begun.countDown();
                Waiting.on(goOn);
              }
            });
    put(paper, paper("other", "Moss on old roofs."));
    try (EmbeddingWorker worker = EmbeddingWorker.start(index, held, InstantSource.system())) {
      Waiting.on(begun);
      action.run();
      goOn.countDown();
      awaitTheEndOf(worker);
    }
  }

  @Test
  void aPaperThatCannotBeEmbeddedFailsWithItsReasonAndHoldsUpNothing() {
    InterceptedEmbedder failing = InterceptedEmbedder.refusing(model, "paper 7 ");
    index.put(papers(20));
    try (EmbeddingWorker worker = EmbeddingWorker.start(index, failing, InstantSource.system())) {
      awaitTheEndOf(worker);
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
      awaitTheEndOf(worker);
    }
    assertThat(counts().failed()).isEqualTo(1);
  }

  @Test
  void aSearchInFlightGoesBeforeThePapersThatAreStillToBeEmbedded() {
    SearchesFirst searches = new SearchesFirst(System::nanoTime, Duration.ofDays(1));
    InterceptedEmbedder counted = InterceptedEmbedder.counting(model);
    index.put(papers(150));
    try (EmbeddingWorker worker =
        EmbeddingWorker.start(index, counted, searches, InstantSource.system())) {
      Waiting.until("some are embedded", () -> counted.passages() >= 5);
      int more = during(model.workers(), searches, () -> embeddedWhileSearching(counted));
      assertThat(more).isLessThanOrEqualTo(model.workers());
      awaitTheEndOf(worker);
    }
  }

  private static <T> T during(int more, SearchesFirst searches, Supplier<T> action) {
    return more == 0 ? action.get() : searches.search(() -> during(more - 1, searches, action));
  }

  private static int embeddedWhileSearching(InterceptedEmbedder counted) {
    int before = counted.passages();
    IntStream.range(0, 50).forEach(i -> counted.query("tides of bay " + i));
    return counted.passages() - before;
  }

  @Test
  void theLongestTextOfAWindowIsEmbeddedFirst() {
    List<String> texts = Collections.synchronizedList(new ArrayList<>());
    put(paper("a", "Moss."), paper("b", "Moss on old roofs, and kelp."), paper("c", "Moss here."));
    try (Embedder single = new ModelCatalog(Path.of("models")).load("all-MiniLM-L6-v2", 1);
        EmbeddingWorker worker =
            EmbeddingWorker.start(
                index, new InterceptedEmbedder(single, texts::add), InstantSource.system())) {
      awaitTheEndOf(worker);
    }
    assertThat(texts).isSortedAccordingTo(Comparator.comparingInt(String::length).reversed());
  }

  private void embedFailedOnesAgain() {
    assertThat(index.retryFailed()).isEqualTo(1);
    try (EmbeddingWorker worker = EmbeddingWorker.start(index, model, InstantSource.system())) {
      awaitTheEndOf(worker);
    }
    assertThat(counts()).isEqualTo(new Counts(20, 20, 0, 0, 0));
  }

  private static void awaitTheEndOf(EmbeddingWorker worker) {
    Waiting.until("nothing is pending", () -> worker.progress().pending() == 0);
  }

  private static List<Paper> papers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> paper("p" + i, "What paper " + i + " says of the matter at hand."))
        .toList();
  }

  private static Paper paper(String id, String abstractText) {
    return Paper.of(new PaperId(id), "", abstractText);
  }
}
