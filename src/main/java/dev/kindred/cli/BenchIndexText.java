package dev.kindred.cli;

import dev.kindred.benchmark.IndexReport;
import dev.kindred.benchmark.IndexReport.Point;
import dev.kindred.benchmark.IndexReport.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code bench index} found, for people. */
final class BenchIndexText {
  private static final List<String> HEADINGS =
      List.of("", "RECALL@10", "QUERIES/S", "P50", "P99", "VISITED");

  private BenchIndexText() {}

  static List<String> lines(IndexReport report, String base) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s vectors, %s of them from %s, in %d segments; %d queries"
            .formatted(
                ProgressLine.number(report.build().vectors()),
                ProgressLine.number(report.build().real()),
                Terminal.printable(base),
                report.segments(),
                report.queries()));
    lines.add("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    rows.add(row("index", report.index()));
    rows.add(List.of("on two threads", "", number(report.onTwoThreads())));
    rows.add(row("bare, ef " + report.bare().breadth(), report.bareSearch()));
    rows.add(List.of("exact", "1.0000", number(report.exactPerSecond())));
    report.curve().forEach(point -> rows.add(row(point)));
    lines.addAll(Table.lines(rows));
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "built at %s vectors/s: filled in %.1f s, merged %.1f s more",
            number(report.build().vectorsPerSecond()),
            report.build().fillSeconds(),
            report.build().compactSeconds()));
    lines.add("on the disk: " + Table.megabytes(report.diskBytes()));
    lines.add(
        "heap while searching: %s at most, %s in the end"
            .formatted(
                Table.megabytes(report.heap().most()), Table.megabytes(report.heap().living())));
    return lines;
  }

  private static List<String> row(String name, Search search) {
    return List.of(
        name,
        recall(search.recall()),
        number(search.perSecond()),
        millis(search.latencies().p50()),
        millis(search.latencies().p99()));
  }

  private static List<String> row(Point point) {
    return List.of(
        "bare, ef " + point.breadth(),
        recall(point.recall()),
        number(point.perSecond()),
        "",
        "",
        number(point.visited()));
  }

  private static String recall(double recall) {
    return String.format(Locale.ROOT, "%.4f", recall);
  }

  private static String number(double value) {
    return ProgressLine.number(Math.round(value));
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.3f ms", value);
  }
}
