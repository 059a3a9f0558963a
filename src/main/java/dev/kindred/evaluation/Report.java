package dev.kindred.evaluation;

import dev.kindred.search.ranking.RankingMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an evaluation found.
 *
 * @param model the name of the model
 * @param fusion how the hybrid mode ranked
 * @param seed of all that was drawn at random
 * @param comparison empty if there was but one mode
 * @param neighbours empty if no mode went by vectors
 */
public record Report(
    JudgedCollection collection,
    String model,
    RankingMethod fusion,
    long seed,
    List<ModeResult> modes,
    Optional<Comparison> comparison,
    Optional<NeighbourRecall> neighbours,
    Map<Remark, Integer> remarks) {
  public Report {
    modes = List.copyOf(modes);
    remarks = JudgedCollection.counting(remarks);
  }
}
