package dev.kindred.cli;

import dev.kindred.ingest.Import;
import dev.kindred.ingest.ImportSummary;
import dev.kindred.ingest.PaperSink;
import dev.kindred.ingest.format.PaperFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts all files of an import into a sink and shows how it goes. */
final class ImportRun {
  /** Before this much has been read, nobody can say how long the rest takes. */
  private static final double ENOUGH_TO_TELL = .01;

  private final ImportFiles files;
  private final Import imported;
  private final InstantSource clock;
  private final Instant begun;
  private final List<String> withoutEntry = new ArrayList<>();

  ImportRun(
      ImportFiles files,
      PaperSink sink,
      boolean strict,
      RejectedEntries rejects,
      InstantSource clock) {
    this.files = files;
    this.imported = new Import(sink, strict, rejects);
    this.clock = clock;
    this.begun = clock.instant();
  }

  /**
   * Runs to the end, or until the process is told to end.
   *
   * @return whether all was read
   * @throws IOException naming the file, if one is damaged; what came before is kept
   */
  boolean run(Console console, Shutdown shutdown) throws IOException {
    shutdown.whenAsked(imported::stop);
    try (ProgressDisplay _ = ProgressDisplay.start(console, this::line)) {
      for (String name : files.names()) {
        PaperFile file = files.open(name);
        long before = imported.summary().read();
        try {
          if (!imported.run(ImportFiles.shown(name), file)) {
            return false;
          }
          if (imported.summary().read() == before) {
            withoutEntry.add(ImportFiles.shown(name));
          }
        } finally {
          files.finished(file);
        }
      }
    }
    return true;
  }

  /** The files read to the end that held nothing, good or bad. */
  List<String> withoutEntry() {
    return List.copyOf(withoutEntry);
  }

  ImportSummary summary() {
    return imported.summary();
  }

  private ProgressLine line() {
    long finished = imported.summary().finished();
    Duration elapsed = Duration.between(begun, clock.instant());
    double seconds = elapsed.toNanos() / 1e9;
    Optional<Double> part = files.part();
    return new ProgressLine(
        "importing",
        part,
        Quantity.of(finished, "entry", "entries"),
        seconds > 0 ? finished / seconds : 0,
        part.flatMap(known -> left(known, elapsed)));
  }

  private static Optional<Duration> left(double part, Duration elapsed) {
    return part < ENOUGH_TO_TELL || part >= 1
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.round(elapsed.toMillis() * (1 - part) / part)));
  }
}
