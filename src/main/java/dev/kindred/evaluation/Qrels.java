package dev.kindred.evaluation;

import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * BEIR's relevance judgements: {@code query-id, corpus-id, score} in columns separated by tabs,
 * with or without a line of headings.
 */
final class Qrels {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");

  private final Map<String, Map<PaperId, Integer>> byQuery = new LinkedHashMap<>();

  private Qrels() {}

  /**
   * The judgements of each query, in the order of the file.
   *
   * @throws InvalidRequest naming the file and the first line that is no judgement, or contradicts
   *     an earlier one
   */
  static Map<String, Map<PaperId, Integer>> read(Path file) throws IOException {
    Qrels qrels = new Qrels();
    for (NumberedLine line : NumberedLine.read(file)) {
      List<String> cells = List.of(line.text().split("\t", -1));
      if (cells.size() != 3) {
        throw line.refusal(
            "it has %d columns; there must be three, separated by tabs: query-id, corpus-id, score"
                .formatted(cells.size()));
      }
      boolean isJudgement = WHOLE_NUMBER.matcher(cells.get(2).strip()).matches();
      if (line.number() > 1 || isJudgement) {
        qrels.add(line, cells.get(0).strip(), cells.get(1).strip(), cells.get(2).strip());
      }
    }
    if (qrels.byQuery.isEmpty()) {
      throw new InvalidRequest(file + " holds no judgement");
    }
    return qrels.byQuery;
  }

  private void add(NumberedLine line, String query, String paper, String score) {
    if (query.isEmpty()) {
      throw line.refusal("query-id is empty; it must be the _id of a query");
    }
    if (!WHOLE_NUMBER.matcher(score).matches()) {
      throw line.refusal(
          "score is %s; it must be a whole number of up to nine digits"
              .formatted(Quoted.of(score)));
    }
    PaperId id =
        PaperId.parse(paper)
            .orElseThrow(() ->
                line.refusal(
                    "corpus-id is %s; it must be %s".formatted(Quoted.of(paper), PaperId.RULE)));
    int judgement = Integer.parseInt(score);
    Integer earlier = byQuery.computeIfAbsent(query, _ -> new LinkedHashMap<>()).put(id, judgement);
    if (earlier != null && earlier != judgement) {
      throw line.refusal(
          "query %s has paper %s judged %d, and %d before; there must be one judgement"
              .formatted(Quoted.of(query), Quoted.of(paper), judgement, earlier));
    }
  }
}
