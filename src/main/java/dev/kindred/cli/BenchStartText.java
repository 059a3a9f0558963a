package dev.kindred.cli;

import dev.kindred.benchmark.StartReport;
import dev.kindred.benchmark.StartedServer.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code bench start} found, for people. */
final class BenchStartText {
  private static final List<String> HEADINGS = List.of("", "READY AFTER", "CPU TIME");

  private BenchStartText() {}

  static List<String> lines(StartReport report, long cacheBytes, boolean isBuilt) {
    List<String> lines = new ArrayList<>();
    lines.add("%d starts of each, in turns; medians".formatted(report.with().size()));
    lines.add("");
    lines.addAll(
        Table.lines(
            List.of(
                HEADINGS,
                row("with the AOT cache", report.with()),
                row("without it", report.without()),
                List.of("ratio", String.format(Locale.ROOT, "%.3f", report.ratio())))));
    lines.add("");
    lines.add(
        "the cache %s: %s"
            .formatted(isBuilt ? "of the build" : "made for this", Table.megabytes(cacheBytes)));
    return lines;
  }

  private static List<String> row(String name, List<Start> starts) {
    return List.of(name, millis(StartReport.millis(starts)), millis(StartReport.cpuMillis(starts)));
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%,.0f ms", millis);
  }
}
