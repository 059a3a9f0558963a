package dev.kindred.cli;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command that is told to end (Ctrl-C, SIGTERM) put its things in order: the process ends
 * when the command has closed this, or after half a minute.
 */
final class Shutdown implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<Runnable> whenAsked = new ConcurrentLinkedQueue<>();
  private final Thread hook = Thread.ofPlatform().name("shutdown").unstarted(this::end);

  private Shutdown() {}

  static Shutdown expect() {
    Shutdown shutdown = new Shutdown();
    Runtime.getRuntime().addShutdownHook(shutdown.hook);
    return shutdown;
  }

  private void end() {
    asked.countDown();
    whenAsked.forEach(Runnable::run);
    try {
      if (!closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("kindred: did not stop in time; ending anyway");
      }
    } catch (InterruptedException nobodyInterruptsHooks) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs an action on another thread when the process is told to end, at once if it has been. */
  void whenAsked(Runnable action) {
    whenAsked.add(action);
    if (isAsked()) {
      action.run();
    }
  }

  boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits until the process is told to end, or the time is over; true in the first case. */
  boolean await(Duration time) {
    try {
      return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  void await() {
    while (!await(Duration.ofDays(1))) {
      // Nobody asked yet.
    }
  }

  @Override
  public void close() {
    closed.countDown();
    if (!isAsked()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException justBegun) {
        // The hook finds this closed.
      }
    }
  }
}
