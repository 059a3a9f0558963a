package dev.kindred.cli;

import dev.kindred.benchmark.Course;
import java.util.Optional;

/** Shows on a terminal how a benchmark goes, until it is closed; elsewhere it shows nothing. */
final class BenchDisplay implements AutoCloseable {
  private final Optional<ProgressDisplay> display;

  BenchDisplay(Course course, Console console) {
    this.display =
        console.terminal().isErr()
            ? Optional.of(ProgressDisplay.start(console, () -> line(course.progress())))
            : Optional.empty();
  }

  static ProgressLine line(Course.Progress progress) {
    int total = progress.total();
    return new ProgressLine(
        progress.phase(),
        total == 0 ? Optional.empty() : Optional.of((double) progress.done() / total),
        total == 0
            ? progress.unit()
            : "%s of %s %s"
                .formatted(
                    ProgressLine.number(progress.done()),
                    ProgressLine.number(total),
                    progress.unit()),
        0,
        Optional.empty());
  }

  @Override
  public void close() {
    display.ifPresent(ProgressDisplay::close);
  }
}
