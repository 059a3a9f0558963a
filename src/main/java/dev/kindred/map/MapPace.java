package dev.kindred.map;

import dev.kindred.map.MapState.Computing;
import dev.kindred.map.MapState.Stage;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Tells how making a map goes, and holds it up while there is something more urgent. */
final class MapPace implements MapState.Progress {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  /** An import takes hours, and the papers are others after it. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final BooleanSupplier quiet;
  private final CountDownLatch closing;
  private final Consumer<Computing> listener;
  private long lastLook = System.nanoTime();
  private Duration waited = Duration.ZERO;

  /**
   * For making one map.
   *
   * @param quiet whether nothing more urgent is going on
   */
  MapPace(BooleanSupplier quiet, CountDownLatch closing, Consumer<Computing> listener) {
    this.quiet = quiet;
    this.closing = closing;
    this.listener = listener;
  }

  @Override
  public void at(Stage stage, double share) {
    if (System.nanoTime() - lastLook < LOOK_EVERY.toNanos()) {
      return;
    }
    listener.accept(new Computing(stage, stage.progress(share)));
    awaitQuiet();
    lastLook = System.nanoTime();
  }

  private void awaitQuiet() {
    try {
      Duration wait = Duration.ZERO;
      while (true) {
        if (closing.await(wait.toNanos(), TimeUnit.NANOSECONDS)
            || waited.compareTo(LONGEST_WAIT) > 0) {
          throw new CancellationException();
        }
        if (quiet.getAsBoolean()) {
          return;
        }
        wait = LOOK_EVERY;
        waited = waited.plus(wait);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }
}
