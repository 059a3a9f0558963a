package dev.kindred.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many papers are embedded a second, over the last minute of work. Not thread-safe. */
final class EmbeddingRate {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private record Batch(Instant done, int papers) {}

  private final Deque<Batch> batches = new ArrayDeque<>();

  /** Work begins, or goes on after a pause that must not count. */
  void begin(Instant now) {
    batches.clear();
    batches.add(new Batch(now, 0));
  }

  void add(Instant now, int papers) {
    batches.add(new Batch(now, papers));
    while (batches.size() > 2 && batches.getFirst().done().isBefore(now.minus(WINDOW))) {
      batches.removeFirst();
    }
  }

  /** Of the batches in the window; 0 before the first. */
  double perSecond() {
    if (batches.size() < 2) {
      return 0;
    }
    Duration span = Duration.between(batches.getFirst().done(), batches.getLast().done());
    int papers = batches.stream().skip(1).mapToInt(Batch::papers).sum();
    return span.isPositive() ? papers / (span.toNanos() / 1e9) : 0;
  }
}
