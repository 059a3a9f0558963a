package dev.kindred.cli;

import dev.kindred.ingest.EmbeddingProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits, and shows how it goes, until every paper is embedded. One thread waits. */
final class EmbeddingWait {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final Supplier<EmbeddingProgress> source;
  private volatile EmbeddingProgress latest;
  private final int atFirst;

  EmbeddingWait(Supplier<EmbeddingProgress> source) {
    this.source = source;
    this.latest = source.get();
    this.atFirst = latest.pending();
  }

  /** True if nothing is pending any more, false if the process is to end before. */
  boolean run(Console console, Shutdown shutdown) {
    if (atFirst == 0) {
      return true;
    }
    try (ProgressDisplay _ = ProgressDisplay.start(console, this::line)) {
      while (latest.pending() > 0) {
        if (shutdown.await(LOOK_AGAIN)) {
          return false;
        }
        latest = source.get();
      }
    }
    return true;
  }

  /** The total grows with papers that others put meanwhile. */
  private ProgressLine line() {
    EmbeddingProgress now = latest;
    int total = Math.max(atFirst, now.pending());
    int done = total - now.pending();
    return new ProgressLine(
        "embedding",
        Optional.of((double) done / total),
        "%s of %s".formatted(ProgressLine.number(done), Quantity.of(total, "paper")),
        now.perSecond(),
        now.pending() == 0 ? Optional.empty() : now.timeLeft());
  }
}
