package dev.kindred.cli;

import dev.kindred.evaluation.PerQueryFile;
import dev.kindred.evaluation.Report;
import dev.kindred.evaluation.ReportJson;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an evaluation's results go. */
final class EvaluateOutput {
  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  @Option(
      names = "--per-query",
      paramLabel = "FILE",
      description =
          "Write to this file, as JSON lines, each query's scores and first ten papers in each"
              + " mode.")
  private @Nullable Path perQuery;

  /**
   * Looks, before hours of work, whether the file can be written; writes nothing.
   *
   * @throws InvalidRequest if it cannot, or if writing it would destroy what is evaluated
   */
  void requireWritable(Path input) throws IOException {
    if (perQuery == null) {
      return;
    }
    Path folder = perQuery.toAbsolutePath().normalize().getParent();
    if (Files.isDirectory(perQuery) || folder == null || !Files.isWritable(folder)) {
      throw new InvalidRequest(
          "--per-query is %s; it must be a file in a folder that can be written"
              .formatted(Quoted.of(perQuery.toString())));
    }
    if (Files.exists(perQuery)
        && Files.exists(input)
        && perQuery.toRealPath().startsWith(input.toRealPath())) {
      throw new InvalidRequest(
          "--per-query is %s, which belongs to what is evaluated; it must be another file"
              .formatted(Quoted.of(perQuery.toString())));
    }
  }

  void print(Report report, Console console) {
    if (json) {
      console.out().println(ReportJson.of(report).toPrettyString());
    } else {
      ReportText.lines(report).forEach(console.out()::println);
    }
    writePerQuery(report);
  }

  private void writePerQuery(Report report) {
    if (perQuery == null) {
      return;
    }
    try {
      PerQueryFile.write(report, perQuery);
    } catch (IOException failure) {
      throw new InvalidRequest(
          "--per-query is %s, which cannot be written: %s".formatted(perQuery, failure));
    }
  }
}
