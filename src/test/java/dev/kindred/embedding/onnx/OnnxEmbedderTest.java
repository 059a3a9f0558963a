package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Model;
import ai.onnxruntime.OrtSession;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.Pooling;
import dev.kindred.paper.Rejection.Unavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OnnxEmbedderTest {
  private static final InstalledModel MINI_LM =
      PublishedModel.read(Path.of("models/all-MiniLM-L6-v2"));
  private static final String LONG_TEXT = "The soil was dry. ".repeat(60);

  @Test
  void theIdentitySaysWhatMakesTheVectors() {
    try (Embedder embedder = OnnxEmbedder.load(MINI_LM, 1)) {
      assertThat(embedder.identity().compatible())
          .isEqualTo(
              new ModelIdentity.Compatible(
                  "all-MiniLM-L6-v2",
                  "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e",
                  "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
                  Pooling.MEAN,
                  "",
                  "",
                  256,
                  384,
                  PassageText.COMPOSITION,
                  "fused int8 BERT/1"));
      assertThat(embedder.identity().recorded().runtime())
          .matches("ONNX Runtime \\d+\\.\\d+\\.\\d+");
      assertThat(embedder.identity().recorded().processor())
          .startsWith(System.getProperty("os.arch"));
    }
  }

  @Test
  void aQueryDoesNotWaitBehindPassages() throws Exception {
    int passages = 12;
    CountDownLatch started = new CountDownLatch(passages);
    List<Future<?>> running = new ArrayList<>();
    try (Embedder embedder = OnnxEmbedder.load(MINI_LM, 1);
        ExecutorService threads = Executors.newFixedThreadPool(passages)) {
      for (int i = 0; i < passages; i++) {
        running.add(
            threads.submit(() -> {
              started.countDown();
              return embedder.passage(LONG_TEXT);
            }));
      }
      started.await();
      embedder.query("soil");

      assertThat(running).anyMatch(passage -> !passage.isDone());
    }
  }

  @Test
  void closingLetsRunningTextsFinishAndRefusesLaterOnes() throws Exception {
    Embedder embedder = OnnxEmbedder.load(MINI_LM, 2);
    List<Future<Boolean>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      CountDownLatch started = new CountDownLatch(6);
      for (int i = 0; i < 6; i++) {
        running.add(threads.submit(() -> embedsUntilRefused(embedder, started)));
      }
      started.await();
      embedder.close();
      embedder.close();
      for (Future<Boolean> thread : running) {
        assertThat(thread.get()).isTrue();
      }
    }
    assertThatThrownBy(() -> embedder.query("soil"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  private static boolean embedsUntilRefused(Embedder embedder, CountDownLatch started) {
    embedder.passage("soil");
    started.countDown();
    try {
      while (true) {
        embedder.passage("soil");
      }
    } catch (IllegalStateException closed) {
      return String.valueOf(closed.getMessage()).contains("closed");
    }
  }

  @Test
  void anInterruptedThreadEmbedsNothingAndStaysInterrupted() {
    try (Embedder embedder = OnnxEmbedder.load(MINI_LM, 1)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> embedder.passage("soil")).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(embedder.passage("soil").tokens()).isEqualTo(3);
    }
  }

  @Test
  void aTextThatMayNotWaitIsRefusedWhileAllPlacesAreTaken() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    try (TextGraph graph = TextGraph.load(MINI_LM, GraphSession::load);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Lane lane = new Lane(graph, 1);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        running.add(
            threads.submit(() -> {
              while (!over.get()) {
                lane.embed(LONG_TEXT);
              }
              return null;
            }));
      }
      assertThatThrownBy(
              () -> {
                while (true) {
                  lane.embed("soil", Duration.ZERO);
                }
              })
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("too many searches at once");
      over.set(true);
      for (Future<?> thread : running) {
        thread.get();
      }
    }
  }

  @Test
  void whatAGraphGaveIsReleasedAfterItsText() throws Exception {
    try (Model owner = OnnxEngine.withoutGraph();
        GraphSession graph = GraphSession.load(MINI_LM)) {
      TruncatingTokenizer tokenizer =
          TruncatingTokenizer.load(MINI_LM.tokenizer(), MINI_LM.card(), owner.getNDManager());
      OrtSession.Result outputs = graph.run(tokenizer.encode("soil"), given -> given);
      assertThatThrownBy(() -> outputs.get(0)).isInstanceOf(IllegalStateException.class);
    }
  }
}
