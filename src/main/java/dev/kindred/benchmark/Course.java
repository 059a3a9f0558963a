package dev.kindred.benchmark;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How far a benchmark has come, phase by phase, and whether it is to end before. One thread begins
 * the phases; all else may be called from any.
 */
public final class Course {
  /**
   * Where it stands.
   *
   * @param phase what is being done, as "embedding"
   * @param total what there is to do in the phase; 0 while nobody knows
   * @param unit what is counted, as "texts"
   */
  public record Progress(String phase, int done, int total, String unit) {}

  private record Phase(String name, int total, String unit, AtomicInteger done) {}

  private volatile Phase phase = new Phase("preparing", 0, "", new AtomicInteger());
  private volatile boolean stopped;

  void begin(String name, int total, String unit) {
    requireGoingOn();
    phase = new Phase(name, total, unit, new AtomicInteger());
  }

  /**
   * Counts what has been done.
   *
   * @throws CancellationException if it is to end
   */
  void advance(int done) {
    requireGoingOn();
    phase.done.addAndGet(done);
  }

  /**
   * Asks whether to go on.
   *
   * @throws CancellationException if it is to end
   */
  public void requireGoingOn() {
    if (stopped) {
      throw new CancellationException();
    }
  }

  public Progress progress() {
    Phase now = phase;
    int done = now.done.get();
    return new Progress(
        now.name, now.total == 0 ? done : Math.min(done, now.total), now.total, now.unit);
  }

  /** Ends the benchmark at its next step. */
  public void stop() {
    stopped = true;
  }
}
