package dev.kindred.embedding.onnx;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.paper.Rejection.Unavailable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The places for one kind of text: as many calls run at once, more wait in turn. */
final class Lane {
  private final TextGraph graph;
  private final Semaphore places;

  Lane(TextGraph graph, int width) {
    this.graph = graph;
    this.places = new Semaphore(width, true);
  }

  EmbeddedText embed(String text) throws InterruptedException {
    places.acquire();
    return embedInPlace(text);
  }

  /**
   * As {@link #embed(String)}, but waits no longer than this.
   *
   * @throws Unavailable if no place was free in that time
   */
  EmbeddedText embed(String text, Duration patience) throws InterruptedException {
    if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new Unavailable(
          "too many searches at once: none of the model's places was free within %d ms; try again"
              .formatted(patience.toMillis()));
    }
    return embedInPlace(text);
  }

  private EmbeddedText embedInPlace(String text) {
    try {
      return graph.embed(text);
    } finally {
      places.release();
    }
  }
}
