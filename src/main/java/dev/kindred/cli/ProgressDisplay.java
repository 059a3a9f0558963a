package dev.kindred.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shows on standard error how a phase goes until it is closed: on a terminal one line, drawn again
 * five times a second; elsewhere a plain line every few seconds.
 */
final class ProgressDisplay implements AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final Duration NEXT_LINE = Duration.ofSeconds(5);

  private final PrintStream err;
  private final Terminal terminal;
  private final Supplier<ProgressLine> progress;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  private ProgressDisplay(Console console, Supplier<ProgressLine> progress) {
    this.err = console.err();
    this.terminal = console.terminal();
    this.progress = progress;
    this.thread = Thread.ofPlatform().name("progress").daemon().unstarted(this::run);
  }

  static ProgressDisplay start(Console console, Supplier<ProgressLine> progress) {
    ProgressDisplay display = new ProgressDisplay(console, progress);
    display.thread.start();
    return display;
  }

  private void run() {
    Duration pause = terminal.isErr() ? REDRAW : NEXT_LINE;
    try {
      while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        show();
      }
    } catch (InterruptedException nobodyElseInterrupts) {
      Thread.currentThread().interrupt();
    }
  }

  private void show() {
    if (terminal.isErr()) {
      err.print("\r" + progress.get().bar(terminal.columns()) + "\033[K");
      err.flush();
    } else {
      err.println(progress.get().plain());
    }
  }

  /** Leaves how it ended as the last line of the phase. */
  @Override
  public void close() {
    closed.countDown();
    boolean interrupted = Thread.interrupted();
    try {
      thread.join();
    } catch (InterruptedException again) {
      interrupted = true;
    }
    show();
    if (terminal.isErr()) {
      err.println();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
