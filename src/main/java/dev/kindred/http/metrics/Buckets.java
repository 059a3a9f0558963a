package dev.kindred.http.metrics;

import java.time.Duration;
import java.util.stream.LongStream;

/** The bounds between which times are counted: few, for each is a series of its own. */
final class Buckets {
  private Buckets() {}

  /** From an answer out of memory to one that nobody waits for. */
  static Duration[] all() {
    return LongStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000)
        .mapToObj(Duration::ofMillis)
        .toArray(Duration[]::new);
  }
}
