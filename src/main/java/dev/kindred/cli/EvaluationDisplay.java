package dev.kindred.cli;

import dev.kindred.evaluation.Evaluation;
import dev.kindred.evaluation.Evaluation.Phase;
import dev.kindred.evaluation.Evaluation.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Shows on a terminal how an evaluation goes, until it is closed; elsewhere it shows nothing. */
final class EvaluationDisplay implements AutoCloseable {
  private final Evaluation evaluation;
  private final InstantSource clock;
  private final Optional<ProgressDisplay> display;
  private Phase phase = Phase.STORING; // this and the next are used by the display only
  private Instant begun;

  EvaluationDisplay(Evaluation evaluation, Console console, InstantSource clock) {
    this.evaluation = evaluation;
    this.clock = clock;
    this.begun = clock.instant();
    this.display =
        console.terminal().isErr()
            ? Optional.of(ProgressDisplay.start(console, this::line))
            : Optional.empty();
  }

  private ProgressLine line() {
    Progress progress = evaluation.progress();
    Instant now = clock.instant();
    if (progress.phase() != phase) {
      phase = progress.phase();
      begun = now;
    }
    return line(progress, Duration.between(begun, now));
  }

  static ProgressLine line(Progress progress, Duration elapsed) {
    int done = progress.done();
    int total = progress.total();
    double seconds = elapsed.toNanos() / 1e9;
    double perSecond = seconds > 0 ? done / seconds : 0;
    return new ProgressLine(
        switch (progress.phase()) {
          case STORING -> "storing";
          case EMBEDDING -> "embedding";
          case ASKING -> "asking";
          case COMPARING -> "comparing neighbours";
        },
        total == 0 ? Optional.empty() : Optional.of((double) done / total),
        counted(progress),
        perSecond,
        perSecond > 0 && done < total
            ? Optional.of(Duration.ofSeconds(Math.round((total - done) / perSecond)))
            : Optional.empty());
  }

  @Override
  public void close() {
    display.ifPresent(ProgressDisplay::close);
  }

  private static String counted(Progress progress) {
    boolean isOfPapers =
        switch (progress.phase()) {
          case STORING, EMBEDDING -> true;
          case ASKING, COMPARING -> false;
        };
    String one = isOfPapers ? "paper" : "query";
    String many = isOfPapers ? "papers" : "queries";
    return progress.total() == 0
        ? many
        : "%s of %s"
            .formatted(
                ProgressLine.number(progress.done()), Quantity.of(progress.total(), one, many));
  }
}
