package dev.kindred.cli;

import dev.kindred.ingest.format.ReadOptions;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is imported, and how. */
final class ImportOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files of papers, also packed with gzip, zip or zstd; - is standard input.")
  List<String> files = List.of();

  @Mixin private final FormatOptions format = new FormatOptions();

  @Option(
      names = "--strict",
      description = "Stop at the first entry that is not taken, with exit code 1.")
  boolean strict;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description =
          "Write every entry that is not taken to this file: JSON lines of file, line,"
              + " reason, text.")
  private @Nullable Path rejects;

  @Option(
      names = "--words-first",
      description = "End when the papers are found by their words; embed them another time.")
  boolean wordsFirst;

  @Option(
      names = "--wait",
      description = "Through a server, end only when nothing is pending there.")
  boolean wait;

  @Option(names = "--json", description = "Summary in JSON.")
  boolean json;

  ReadOptions reading() {
    return format.reading();
  }

  /**
   * Opens nothing.
   *
   * @throws InvalidRequest if writing the rejects would destroy what is to be imported
   */
  void requireRejectsIsNoInput() throws IOException {
    if (rejects == null || !Files.exists(rejects)) {
      return;
    }
    Path written = rejects.toRealPath();
    for (String name : files) {
      Path input = Path.of(name);
      if (Files.exists(input) && written.startsWith(input.toRealPath())) {
        throw new InvalidRequest(
            "--rejects is %s, which is to be imported; it must be another file"
                .formatted(Quoted.of(rejects.toString())));
      }
    }
  }

  Optional<Path> rejects() {
    return Optional.ofNullable(rejects);
  }
}
