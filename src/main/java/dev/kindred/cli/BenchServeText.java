package dev.kindred.cli;

import dev.kindred.benchmark.Latencies;
import dev.kindred.benchmark.ServeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code bench serve} found, for people. */
final class BenchServeText {
  private static final List<String> HEADINGS = List.of("", "QUERIES/S", "P50", "P99");

  private BenchServeText() {}

  static List<String> lines(ServeReport report, int papers, int clients) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s papers, %d clients, %s new queries"
            .formatted(
                report.model(),
                ProgressLine.number(papers),
                clients,
                ProgressLine.number(report.queries())));
    lines.add("");
    lines.addAll(
        Table.lines(
            List.of(
                HEADINGS,
                row("new queries", report.queriesPerSecond(), report.latencies()),
                row("known queries", report.cachedQueriesPerSecond(), report.cachedLatencies()),
                List.of("embedding alone", rate(report.embeddingBoundQueriesPerSecond())))));
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%.1f %% of what embedding alone gives; %d refused",
            100 * report.share(),
            report.refused()));
    report
        .residentBytes()
        .ifPresent(
            bytes -> lines.add("in memory, mapped files included: " + Table.megabytes(bytes)));
    return lines;
  }

  private static List<String> row(String name, double perSecond, Latencies latencies) {
    return List.of(name, rate(perSecond), millis(latencies.p50()), millis(latencies.p99()));
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%,.1f", perSecond);
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%.2f ms", millis);
  }
}
