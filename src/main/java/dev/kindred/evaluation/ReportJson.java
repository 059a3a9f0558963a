package dev.kindred.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.SearchMode;
import java.util.Locale;

/** The JSON form of a report. */
public final class ReportJson {
  private ReportJson() {}

  /**
   * {@code dataset, model, fusion, docs, queries, modes{MODE{ndcg@10, recall@100, mrr@10}}} and
   * more, as the page on evaluation describes it.
   */
  public static ObjectNode of(Report report) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    json.put("dataset", report.collection().name());
    report.collection().split().ifPresent(split -> json.put("split", split));
    json.put("model", report.model());
    json.put("fusion", report.fusion().toString());
    json.put("docs", report.collection().papers().size());
    json.put("queries", report.collection().queries().size());
    ObjectNode modes = json.putObject("modes");
    for (ModeResult result : report.modes()) {
      ObjectNode mode = scores(result.mean(), modes.putObject(name(result.mode())));
      interval("ndcg@10_ci95", result.ndcgInterval(), mode);
    }
    report.comparison().ifPresent(comparison -> comparison(comparison, json));
    report.neighbours().ifPresent(neighbours -> neighbours(neighbours, json));
    ObjectNode remarks = json.putObject("remarks");
    report
        .remarks()
        .forEach((remark, count) -> remarks.put(remark.name().toLowerCase(Locale.ROOT), count));
    return json.put("seed", report.seed());
  }

  private static void comparison(Comparison comparison, ObjectNode json) {
    ObjectNode node = json.putObject("comparison");
    node.put("first", name(comparison.modes().first()));
    node.put("second", name(comparison.modes().second()));
    node.put("ndcg@10_difference", comparison.difference());
    interval("ndcg@10_difference_ci95", comparison.interval(), node);
    node.put("p", comparison.p());
  }

  private static void neighbours(NeighbourRecall neighbours, ObjectNode json) {
    json.putObject("hnsw")
        .put("used", neighbours.throughGraph())
        .put("recall@10", neighbours.recall());
  }

  static ObjectNode scores(Scores scores, ObjectNode into) {
    return into.put("ndcg@10", scores.ndcg())
        .put("recall@100", scores.recall())
        .put("mrr@10", scores.reciprocalRank());
  }

  private static void interval(String name, Interval interval, ObjectNode into) {
    into.putArray(name).add(interval.from()).add(interval.to());
  }

  /** As {@code --mode} takes it. */
  public static String name(SearchMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }
}
