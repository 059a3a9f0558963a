package dev.kindred.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.InterceptedEmbedder;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceWorkerTest {
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
  void everyPaperGetsAVectorForEachOfItsSentences() {
    putEmbedded(papers(40));
    try (SentenceWorker _ = SentenceWorker.start(index, model, SentenceWorkerTest::always)) {
      waitUntil(() -> papersWithVectors() == 40);
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
    putEmbedded(papers(70));
    InterceptedEmbedder counted = InterceptedEmbedder.counting(model);
    try (SentenceWorker _ = SentenceWorker.start(index, counted, SentenceWorkerTest::always)) {
      waitUntil(() -> counted.passages() >= 30);
    }
    assertThat(papersWithVectors()).isBetween(14, 69);
    try (SentenceWorker _ = SentenceWorker.start(index, counted, SentenceWorkerTest::always)) {
      waitUntil(() -> papersWithVectors() == 70);
    }
    assertThat(counted.passages()).isBetween(140, 141);
  }

  @Test
  void whileSomebodySearchesNothingIsEmbedded() {
    putEmbedded(papers(1));
    AtomicBoolean asked = new AtomicBoolean();
    AtomicBoolean quiet = new AtomicBoolean();
    InterceptedEmbedder counted = InterceptedEmbedder.counting(model);
    BooleanSupplier watched =
        () -> {
          asked.set(true);
          return quiet.get();
        };
    try (SentenceWorker _ = SentenceWorker.start(index, counted, watched)) {
      waitUntil(asked::get);
      assertThat(counted.passages()).isZero();
      quiet.set(true);
      waitUntil(() -> papersWithVectors() == 1);
    }
  }

  @Test
  void aPaperThatBecomesPendingGoesFirst() throws InterruptedException {
    putEmbedded(papers(3));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<String> embedded = Collections.synchronizedList(new ArrayList<>());
    InterceptedEmbedder held =
        new InterceptedEmbedder(
            model,
            text -> {
              embedded.add(text);
              begun.countDown();
              await(goOn);
            });
    try (SentenceWorker _ = SentenceWorker.start(index, held, SentenceWorkerTest::always)) {
      begun.await();
      Paper late = paper("late", "A late one.");
      index.put(List.of(late));
      goOn.countDown();
      assertThat(index.withoutSentenceVectors(9)).isEmpty();
      embed(late);
      waitUntil(() -> papersWithVectors() == 4);
    }
    assertThat(embedded.getFirst()).isEqualTo("Paper 0 is short.");
  }

  @Test
  void aPaperOfWhichASentenceCannotBeEmbeddedHoldsUpNothing() {
    InterceptedEmbedder failing = InterceptedEmbedder.refusing(model, "Paper 1 ");
    putEmbedded(papers(3));
    try (SentenceWorker _ = SentenceWorker.start(index, failing, SentenceWorkerTest::always)) {
      waitUntil(() -> index.withoutSentenceVectors(1).isEmpty());
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
    putEmbedded(papers(3));
    try (SentenceWorker _ =
        SentenceWorker.start(index, failing, SentenceWorkerTest::always, Duration.ofMillis(1))) {
      waitUntil(() -> index.withoutSentenceVectors(1).isEmpty());
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
        List.of(
            Paper.of(new PaperId("bare"), "A title", ""),
            Paper.of(new PaperId("long"), "", "Kelp drifts on. ".repeat(200))));
    try (SentenceWorker _ = SentenceWorker.start(index, counted, SentenceWorkerTest::always)) {
      waitUntil(() -> index.withoutSentenceVectors(1).isEmpty());
    }
    assertThat(counted.passages()).isZero();
  }

  private static boolean always() {
    return true;
  }

  private void putEmbedded(List<Paper> papers) {
    index.put(papers);
    papers.forEach(this::embed);
  }

  private void embed(Paper paper) {
    index.record(
        List.of(
            new EmbeddingResult.Succeeded(
                paper.id(), paper.contentHash(), model.passage(PassageText.of(paper)))));
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
