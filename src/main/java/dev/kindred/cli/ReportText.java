package dev.kindred.cli;

import dev.kindred.evaluation.Comparison;
import dev.kindred.evaluation.Interval;
import dev.kindred.evaluation.ModeResult;
import dev.kindred.evaluation.NeighbourRecall;
import dev.kindred.evaluation.Report;
import dev.kindred.evaluation.ReportJson;
import dev.kindred.search.SearchMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report for people. */
final class ReportText {
  private static final List<String> HEADINGS =
      List.of("", "NDCG@10", "95 % INTERVAL", "RECALL@100", "MRR@10");

  private ReportText() {}

  static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(title(report));
    lines.add("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    report.modes().forEach(result -> rows.add(row(result)));
    lines.addAll(Table.lines(rows));
    lines.add("");
    report.comparison().ifPresent(comparison -> lines.add(comparison(comparison)));
    report.neighbours().ifPresent(neighbours -> lines.add(neighbours(neighbours)));
    report
        .remarks()
        .forEach((remark, count) ->
            lines.add("%s: %s".formatted(remark.inWords(), ProgressLine.number(count))));
    return lines;
  }

  private static String title(Report report) {
    return "%s%s: %s, %s, %s%s"
        .formatted(
            Terminal.printable(report.collection().name()),
            report.collection().split().map(split -> " " + Terminal.printable(split)).orElse(""),
            Quantity.of(report.collection().papers().size(), "paper"),
            Quantity.of(report.collection().queries().size(), "query", "queries"),
            report.model(),
            fusion(report));
  }

  private static String fusion(Report report) {
    return report.modes().stream().anyMatch(result -> result.mode() == SearchMode.HYBRID)
        ? ", hybrid by " + report.fusion()
        : "";
  }

  private static List<String> row(ModeResult result) {
    return List.of(
        ReportJson.name(result.mode()),
        score(result.mean().ndcg()),
        interval(result.ndcgInterval(), "%.4f"),
        score(result.mean().recall()),
        score(result.mean().reciprocalRank()));
  }

  private static String comparison(Comparison comparison) {
    SearchMode first = comparison.modes().first();
    SearchMode second = comparison.modes().second();
    return "%s less %s: nDCG@10 %s (%s with 95 %% confidence), p = %s"
        .formatted(
            ReportJson.name(first),
            ReportJson.name(second),
            signed(comparison.difference()),
            interval(comparison.interval(), "%+.4f"),
            score(comparison.p()));
  }

  private static String neighbours(NeighbourRecall neighbours) {
    return neighbours.throughGraph()
        ? "nearest vectors by the graph (HNSW), against an exact scan: recall@10 "
            + score(neighbours.recall())
        : "nearest vectors: exact, all are looked at; the graph (HNSW) begins with more papers";
  }

  private static String interval(Interval interval, String format) {
    return String.format(Locale.ROOT, format, interval.from())
        + " to "
        + String.format(Locale.ROOT, format, interval.to());
  }

  private static String signed(double number) {
    return String.format(Locale.ROOT, "%+.4f", number);
  }

  private static String score(double number) {
    return String.format(Locale.ROOT, "%.4f", number);
  }
}
