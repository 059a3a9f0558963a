package dev.kindred.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Waiting;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.InterceptedEmbedder;
import dev.kindred.index.EmbeddedPapers;
import dev.kindred.index.IndexView;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceWorkerTest extends EmbeddedPapers {
  @Test
  void everyPaperGetsAVectorForEachOfItsSentences() {
    putEmbedded(papers(40).toArray(Paper[]::new));
    try (SentenceWorker _ = SentenceWorker.start(index, model, SentenceWorkerTest::always)) {
      awaitVectorsOf(40);
    }
    try (IndexView view = index.view()) {
      List<Embedding> kept =
          view.sentenceVectors(papers(40)).getOrDefault(new PaperId("p7"), List.of());
      assertThat(kept).hasSize(2);
      assertThat(kept.getFirst().cosine(model.passage("Paper 7 is short.").embedding()))
          .isGreaterThan(.99);
    }
  }

  @Test
  void aWorkerGoesOnWhereAnotherStopped() {
    putEmbedded(papers(70).toArray(Paper[]::new));
    InterceptedEmbedder counted = InterceptedEmbedder.counting(model);
    try (SentenceWorker _ = SentenceWorker.start(index, counted, SentenceWorkerTest::always)) {
      Waiting.until("30 are embedded", () -> counted.passages() >= 30);
    }
    assertThat(papersWithVectors()).isBetween(14, 69);
    try (SentenceWorker _ = SentenceWorker.start(index, counted, SentenceWorkerTest::always)) {
      awaitVectorsOf(70);
    }
    assertThat(counted.passages()).isBetween(140, 141);
  }

  @Test
  void whileSomebodySearchesNothingIsEmbedded() {
    putEmbedded(papers(1).toArray(Paper[]::new));
    AtomicBoolean asked = new AtomicBoolean();
    AtomicBoolean quiet = new AtomicBoolean();
    InterceptedEmbedder counted = InterceptedEmbedder.counting(model);
    BooleanSupplier watched =
        () -> {
          asked.set(true);
          return quiet.get();
        };
    try (SentenceWorker _ = SentenceWorker.start(index, counted, watched)) {
      Waiting.until("it has asked", asked::get);
      assertThat(counted.passages()).isZero();
      quiet.set(true);
      awaitVectorsOf(1);
    }
  }

  @Test
  void aPaperThatBecomesPendingGoesFirst() {
    putEmbedded(papers(3).toArray(Paper[]::new));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<String> embedded = Collections.synchronizedList(new ArrayList<>());
    InterceptedEmbedder held =
        new InterceptedEmbedder(
            model,
            text -> {
              embedded.add(text);
              begun.countDown();
              Waiting.on(goOn);
            });
    try (SentenceWorker _ = SentenceWorker.start(index, held, SentenceWorkerTest::always)) {
      Waiting.on(begun);
      Paper late = paper("late", "A late one.");
      put(late);
      goOn.countDown();
      assertThat(index.withoutSentenceVectors(9)).isEmpty();
      embed(late);
      awaitVectorsOf(4);
    }
    assertThat(embedded.getFirst()).isEqualTo("Paper 0 is short.");
  }

  @Test
  void aPaperOfWhichASentenceCannotBeEmbeddedHoldsUpNothing() {
    InterceptedEmbedder failing = InterceptedEmbedder.refusing(model, "Paper 1 ");
    putEmbedded(papers(3).toArray(Paper[]::new));
    try (SentenceWorker _ = SentenceWorker.start(index, failing, SentenceWorkerTest::always)) {
      awaitTheEnd();
    }
    try (IndexView view = index.view()) {
      assertThat(view.sentenceVectors(papers(3)).keySet())
          .containsExactlyInAnyOrder(new PaperId("p0"), new PaperId("p2"));
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class})
  void afterAFailureThatIsNotThePapersItIsTriedAgain(Class<? extends Throwable> kind) {
    AtomicInteger failures = new AtomicInteger();
    InterceptedEmbedder failing =
        new InterceptedEmbedder(
            model,
            text -> {
              if (text.startsWith("Paper 1 ") && failures.getAndIncrement() == 0) {
                fail(kind);
              }
            });
    putEmbedded(papers(3).toArray(Paper[]::new));
    try (SentenceWorker _ =
        SentenceWorker.start(index, failing, SentenceWorkerTest::always, Duration.ofMillis(1))) {
      awaitTheEnd();
    }
    try (IndexView view = index.view()) {
      assertThat(view.sentenceVectors(papers(3))).hasSize(3);
    }
    assertThat(failing.passages()).as("none twice but the one that failed").isEqualTo(7);
  }

  private static void fail(Class<? extends Throwable> kind) {
    if (kind == OutOfMemoryError.class) {
      throw new OutOfMemoryError("for a test");
    }
    throw new IllegalStateException("for a test");
  }

  @Test
  void papersWithoutAnAbstractAndOfVeryManySentencesAreDoneAtOnce() {
    InterceptedEmbedder counted = InterceptedEmbedder.counting(model);
    putEmbedded(
        Paper.of(new PaperId("bare"), "A title", ""),
        Paper.of(new PaperId("long"), "", "Kelp drifts on. ".repeat(200)));
    try (SentenceWorker _ = SentenceWorker.start(index, counted, SentenceWorkerTest::always)) {
      awaitTheEnd();
    }
    assertThat(counted.passages()).isZero();
  }

  private static boolean always() {
    return true;
  }

  private void awaitVectorsOf(int papers) {
    Waiting.until(papers + " have vectors", () -> papersWithVectors() == papers);
  }

  private void awaitTheEnd() {
    Waiting.until("all is done", () -> index.withoutSentenceVectors(1).isEmpty());
  }

  private int papersWithVectors() {
    try (IndexView view = index.view()) {
      return view.papersWithSentenceVectors();
    }
  }

  private static List<Paper> papers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> paper("p" + i, "Paper " + i + " is short. It has a second sentence."))
        .toList();
  }

  private static Paper paper(String id, String abstractText) {
    return Paper.of(new PaperId(id), "", abstractText);
  }
}
