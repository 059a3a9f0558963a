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

  /** Where searches never cease there is a map some day. */
  private static final Duration LONGEST_YIELD = Duration.ofSeconds(1);

  private final BooleanSupplier quiet;
  private final BooleanSupplier importing;
  private final CountDownLatch closing;
  private final Consumer<Computing> listener;
  private long lastLook = System.nanoTime();

  /**
   * For making one map.
   *
   * @param quiet whether no search is going on
   * @param importing whether papers are pending, which the map would be without
   */
  MapPace(
      BooleanSupplier quiet,
      BooleanSupplier importing,
      CountDownLatch closing,
      Consumer<Computing> listener) {
    this.quiet = quiet;
    this.importing = importing;
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
      Duration waited = Duration.ZERO;
      do {
        if (closing.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
          throw new CancellationException();
        }
        waited = waited.plus(wait);
        wait = LOOK_EVERY;
      } while (!mayGoOn(waited));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /**
   * Whether to go on after so long a wait.
   *
   * @throws CancellationException if it is not worth while to wait longer
   */
  boolean mayGoOn(Duration waited) {
    boolean isImporting = importing.getAsBoolean();
    if (isImporting && waited.compareTo(LONGEST_WAIT) > 0) {
      throw new CancellationException();
    }
    return !isImporting && (quiet.getAsBoolean() || waited.compareTo(LONGEST_YIELD) >= 0);
  }
}
