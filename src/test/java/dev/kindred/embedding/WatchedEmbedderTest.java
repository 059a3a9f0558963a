package dev.kindred.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.onnx.ModelCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchedEmbedderTest {
  /** The nanoseconds of a monotonic clock may begin anywhere, and overflow. */
  private static final long START = Long.MAX_VALUE - 1_000;

  private static Embedder model;
  private final AtomicLong now = new AtomicLong(START);
  private WatchedEmbedder watched;

  @BeforeAll
  static void loadTheModel() {
    model = new ModelCatalog(Path.of("models")).load("all-MiniLM-L6-v2");
  }

  @AfterAll
  static void releaseTheModel() {
    model.close();
  }

  @BeforeEach
  void watch() {
    watched = new WatchedEmbedder(model, now::get);
  }

  @Test
  void itIsQuietUntilAQueryComesAndSoonAfterIt() {
    assertThat(watched.isQuiet()).isTrue();

    assertThat(watched.query("kelp")).isEqualTo(model.query("kelp"));
    assertThat(watched.isQuiet()).isFalse();
    now.set(START + Duration.ofMillis(199).toNanos());
    assertThat(watched.isQuiet()).isFalse();
    now.set(START + Duration.ofMillis(201).toNanos());
    assertThat(watched.isQuiet()).isTrue();
  }

  @Test
  void aPassageIsNoSearch() {
    assertThat(watched.passage("kelp")).isEqualTo(model.passage("kelp"));
    assertThat(watched.isQuiet()).isTrue();
  }

  @Test
  void aQueryThatFailsHasEnded() {
    Embedder closed = new ModelCatalog(Path.of("models")).load("all-MiniLM-L6-v2");
    closed.close();
    WatchedEmbedder broken = new WatchedEmbedder(closed, now::get);

    assertThatThrownBy(() -> broken.query("kelp")).isInstanceOf(IllegalStateException.class);
    now.set(START + Duration.ofSeconds(1).toNanos());
    assertThat(broken.isQuiet()).isTrue();
  }
}
