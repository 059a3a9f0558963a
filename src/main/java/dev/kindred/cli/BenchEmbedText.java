package dev.kindred.cli;

import dev.kindred.benchmark.EmbedReport;
import dev.kindred.benchmark.EmbedReport.Side;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What {@code bench embed} found, for people. */
final class BenchEmbedText {
  private static final List<String> HEADINGS =
      List.of("", "TOKENS/CPU-S", "TEXTS/S", "QUERY P50", "P99", "CPU TIME P50");

  private BenchEmbedText() {}

  static List<String> lines(EmbedReport report, double limit) {
    List<String> table =
        Table.lines(
            List.of(
                HEADINGS,
                row("plain", report.plain()),
                row("kindred", report.kindred()),
                List.of(
                    "ratio",
                    "%s (%s to %s)"
                        .formatted(
                            ratio(report.ratio()),
                            ratio(report.ratios().getFirst()),
                            ratio(report.ratios().getLast())),
                    "",
                    ratio(report.queryRatio()),
                    "",
                    ratio(report.queryCpuRatio())),
                List.of("limit", number(limit))));
    return Stream.of(List.of(title(report), ""), table, List.of("", cosine(report)))
        .flatMap(List::stream)
        .toList();
  }

  private static String title(EmbedReport report) {
    return String.format(
        Locale.ROOT,
        "%s: %d texts of %.0f tokens, queries of %.0f, %d rounds, one thread",
        report.model(),
        report.texts(),
        report.kindred().tokensPerText(),
        report.kindred().tokensPerQuery(),
        report.rounds());
  }

  private static List<String> row(String name, Side side) {
    return List.of(
        name,
        number(side.tokensPerCpuSecond()),
        String.format(Locale.ROOT, "%.1f", side.textsPerSecond()),
        millis(side.queries().p50()),
        millis(side.queries().p99()),
        millis(side.queriesOnCpu().p50()));
  }

  private static String cosine(EmbedReport report) {
    return String.format(
        Locale.ROOT,
        "cosine between the two vectors of a text: mean %.4f, least %.4f",
        report.meanCosine(),
        report.leastCosine());
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.2f ms", value);
  }

  private static String number(double value) {
    return ProgressLine.number(Math.round(value));
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
