package dev.kindred.cli;

import dev.kindred.ingest.ImportSummary;
import dev.kindred.paper.json.PaperJson;

/** What an import says in the end: the numbers on standard output, the rest on standard error. */
final class ImportReport {
  private final Console console;
  private final boolean asJson;

  ImportReport(Console console, boolean asJson) {
    this.console = console;
    this.asJson = asJson;
  }

  /**
   * Prints all that is to be known.
   *
   * @param failed papers of the collection that could not be embedded
   */
  void print(ImportSummary summary, RejectedEntries rejects, int failed) {
    rejects.shown().forEach(console.err()::println);
    console.out().println(asJson ? json(summary, failed) : text(summary));
    if (failed > 0) {
      console
          .err()
          .println(
              "%s papers could not be embedded (kindred reembed --failed tries again)"
                  .formatted(ProgressLine.number(failed)));
    }
  }

  void sayIfStopped(boolean stopped) {
    if (stopped) {
      console.err().println("Stopped. What is counted here is kept; importing again goes on.");
    }
  }

  private static String text(ImportSummary summary) {
    return "read %d, new %d, changed %d, unchanged %d, duplicates %d, rejected %d"
        .formatted(
            summary.read(),
            summary.added(),
            summary.changed(),
            summary.unchanged(),
            summary.duplicates(),
            summary.rejected());
  }

  private static String json(ImportSummary summary, int failed) {
    return PaperJson.MAPPER
        .createObjectNode()
        .put("read", summary.read())
        .put("new", summary.added())
        .put("changed", summary.changed())
        .put("unchanged", summary.unchanged())
        .put("duplicates", summary.duplicates())
        .put("rejected", summary.rejected())
        .put("failed", failed)
        .toPrettyString();
  }
}
