package dev.kindred;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process does. */
public final class Waiting {
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Looked at often at first; what takes long is not to be held up by that. */
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);

  private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);
  private static final int PAUSES = 20;

  private Waiting() {}

  public static void until(String what, BooleanSupplier condition) {
    until(what, PATIENCE, condition);
  }

  /** A condition that gets no answer from a server does not hold yet. */
  public static void until(String what, Duration patience, BooleanSupplier condition) {
    Instant begin = Instant.now();
    while (!holds(condition)) {
      Duration waited = Duration.between(begin, Instant.now());
      if (waited.compareTo(patience) > 0) {
        throw new AssertionError("waited " + patience + " until " + what);
      }
      LockSupport.parkNanos(pauseNanos(waited));
    }
  }

  private static long pauseNanos(Duration waited) {
    return Math.clamp(waited.toNanos() / PAUSES, SHORTEST_PAUSE.toNanos(), LONGEST_PAUSE.toNanos());
  }

  private static boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** A thread that is interrupted meanwhile stays so. */
  public static void on(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("waited " + PATIENCE + " for another thread");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
