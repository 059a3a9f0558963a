package dev.kindred.http.activity;

import dev.kindred.paper.Shortened;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The papers that were sent and not taken since the process began. Thread-safe. */
public final class Rejections {
  private static final int KEPT = 100;

  private final InstantSource clock;
  private final Recent<Rejected> recent = new Recent<>(KEPT);
  private final AtomicLong total = new AtomicLong();

  /** How papers come. */
  public enum How {
    PUT,
    BATCH
  }

  /**
   * What was not taken.
   *
   * @param id shortened; empty where none could be read, as of a batch that is no JSON
   * @param reason shortened
   */
  public record Rejected(Instant at, Optional<String> id, String reason, How how) {}

  public Rejections(InstantSource clock) {
    this.clock = clock;
  }

  public void add(Optional<String> id, String reason, How how) {
    total.incrementAndGet();
    recent.add(new Rejected(clock.instant(), id.map(Rejections::kept), kept(reason), how));
  }

  private static String kept(String text) {
    return Shortened.of(text, Recent.MOST_CHARS);
  }

  public long total() {
    return total.get();
  }

  /** The last hundred, the latest first. */
  public List<Rejected> latest() {
    return recent.latestFirst();
  }
}
