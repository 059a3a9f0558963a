package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.ingest.ImportSummary;
import dev.kindred.paper.json.PaperJson;
import java.util.OptionalInt;

/** What an import says in the end: the numbers on standard output, the rest on standard error. */
final class ImportReport {
  private final Console console;
  private final boolean asJson;
  private OptionalInt failed = OptionalInt.empty();

  ImportReport(Console console, boolean asJson) {
    this.console = console;
    this.asJson = asJson;
  }

  /** How many papers of the collection could not be embedded; unknown until it is told. */
  void setFailed(int papers) {
    failed = OptionalInt.of(papers);
  }

  /** Prints all that is known. */
  void print(ImportSummary summary, RejectedEntries rejects) {
    rejects.shown().forEach(console.err()::println);
    console.out().println(asJson ? json(summary) : text(summary));
    if (failed.orElse(0) > 0) {
      console
          .err()
          .println(
              "%s could not be embedded (kindred reembed --failed tries again)"
                  .formatted(Quantity.of(failed.getAsInt(), "paper")));
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

  private String json(ImportSummary summary) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    json.put("read", summary.read())
        .put("new", summary.added())
        .put("changed", summary.changed())
        .put("unchanged", summary.unchanged())
        .put("duplicates", summary.duplicates())
        .put("rejected", summary.rejected());
    failed.ifPresent(papers -> json.put("failed", papers));
    return json.toPrettyString();
  }
}
