package dev.kindred.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.onnx.ModelCatalog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchedEmbedderTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private static Embedder model;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
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
    now.set(NOON.plusMillis(199));
    assertThat(watched.isQuiet()).isFalse();
    now.set(NOON.plusMillis(201));
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
    now.set(NOON.plusSeconds(1));
    assertThat(broken.isQuiet()).isTrue();
  }
}
