package dev.kindred.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.Waiting;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.InterceptedEmbedder;
import dev.kindred.embedding.onnx.ModelCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EmbeddedQueriesTest {
  @Test
  void whoIsInterruptedHasNoTimeToTell() {
    Thread caller = Thread.currentThread();
    CountDownLatch never = new CountDownLatch(1);
    try (Embedder model = new ModelCatalog(Path.of("models")).load("all-MiniLM-L6-v2", 1)) {
      Embedder interrupting =
          new InterceptedEmbedder(
              model,
              _ -> {
                caller.interrupt();
                Waiting.on(never);
              });

      assertThatThrownBy(() -> EmbeddedQueries.seconds(List.of("moss"), interrupting, new Course()))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
