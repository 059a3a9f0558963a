package dev.kindred.evaluation;

import dev.kindred.paper.PaperId;
import java.util.List;

/**
 * What one mode made of one query.
 *
 * @param top the first ten papers found, best first
 */
public record RankedQuery(JudgedQuery query, List<PaperId> top, Scores scores) {
  public RankedQuery {
    top = List.copyOf(top);
  }

  static RankedQuery of(JudgedQuery query, List<PaperId> ranked) {
    return new RankedQuery(
        query,
        ranked.subList(0, Math.min(Scores.TOP, ranked.size())),
        Scores.of(ranked, query.judgements()));
  }
}
