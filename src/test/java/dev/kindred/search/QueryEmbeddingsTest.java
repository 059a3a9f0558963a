package dev.kindred.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.Waiting;
import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.InterceptedEmbedder;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.Unavailable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QueryEmbeddingsTest {
  private static Embedder model;

  @BeforeAll
  static void loadTheModel() {
    model = new ModelCatalog(Path.of("models")).load("all-MiniLM-L6-v2", 1);
  }

  @AfterAll
  static void releaseTheModel() {
    model.close();
  }

  @Test
  void theSameQueryIsEmbeddedOnce() {
    InterceptedEmbedder counting = InterceptedEmbedder.counting(model);
    QueryEmbeddings embeddings = new QueryEmbeddings(counting);
    EmbeddedText first = embeddings.of("moss on roofs");
    assertThat(first).isEqualTo(model.query("moss on roofs"));
    assertThat(embeddings.of("moss on roofs")).isEqualTo(first);
    assertThat(embeddings.of(" moss on roofs\n")).isEqualTo(first);
    assertThat(counting.queries()).isEqualTo(1);
    assertThat(embeddings.of("moss on Roofs")).isNotNull();
    assertThat(counting.queries()).isEqualTo(2);
  }

  @Test
  void thoseWhoAskTheSameAtTheSameTimeWaitForOneEmbedding() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch all = new CountDownLatch(8);
    InterceptedEmbedder counting =
        new InterceptedEmbedder(
            model,
            _ -> {
              begun.countDown();
              Waiting.on(all);
            });
    QueryEmbeddings embeddings = new QueryEmbeddings(counting);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<EmbeddedText>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(
            threads.submit(() -> {
              all.countDown();
              return embeddings.of("moss on roofs");
            }));
      }
      Waiting.on(begun);
      for (Future<EmbeddedText> answer : answers) {
        assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(model.query("moss on roofs"));
      }
    }
    assertThat(counting.queries()).isEqualTo(1);
  }

  @Test
  void aQueryThatFailedIsTriedAgain() {
    AtomicBoolean isOverloaded = new AtomicBoolean(true);
    InterceptedEmbedder counting =
        new InterceptedEmbedder(
            model,
            _ -> {
              if (isOverloaded.getAndSet(false)) {
                throw new Unavailable("too much at once");
              }
            });
    QueryEmbeddings embeddings = new QueryEmbeddings(counting);
    assertThatThrownBy(() -> embeddings.of("moss")).isInstanceOf(Unavailable.class);
    assertThat(embeddings.of("moss")).isEqualTo(model.query("moss"));
    assertThat(counting.queries()).isEqualTo(2);
  }

  @Test
  void aQueryThatTheModelCannotEmbedIsRefusedWithTheReason() {
    InterceptedEmbedder refusing = InterceptedEmbedder.refusing(model, "moss");
    assertThatThrownBy(() -> new QueryEmbeddings(refusing).of("moss"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("q could not be embedded: the reason; mode=lexical searches by words alone");
  }
}
