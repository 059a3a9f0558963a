package dev.kindred.evaluation;

import dev.kindred.paper.PaperId;
import java.util.Map;

/**
 * A query of which it is known what answers it.
 *
 * @param judgements how relevant a paper is: 1 or more if it is, 0 or less if it is not; a paper
 *     that is not judged counts as not relevant
 */
public record JudgedQuery(String id, String text, Map<PaperId, Integer> judgements) {
  public JudgedQuery {
    judgements = Map.copyOf(judgements);
  }

  boolean hasRelevantPaper() {
    return judgements.values().stream().anyMatch(judgement -> judgement > 0);
  }
}
