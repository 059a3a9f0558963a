package dev.kindred.cli;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a command that is told to end (Ctrl-C, SIGTERM) put its things in order and end by itself.
 * Who asks a second time does not want to wait: the process ends at once, as if it were killed.
 */
final class Shutdown implements AutoCloseable {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final AtomicInteger exitCode = new AtomicInteger(ExitCode.OK);
  private final Queue<Runnable> whenAsked = new ConcurrentLinkedQueue<>();
  private final EndSignals signals = new EndSignals(this::ask);

  private Shutdown() {}

  static Shutdown expect() {
    return new Shutdown();
  }

  private void ask(int code) {
    if (!exitCode.compareAndSet(ExitCode.OK, code)) {
      Runtime.getRuntime().halt(code);
    }
    asked.countDown();
    whenAsked.forEach(Runnable::run);
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

  /** What the process ends with: what the signal says if there was one. */
  int exitCode(int otherwise) {
    return isAsked() ? exitCode.get() : otherwise;
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
    signals.close();
  }
}
