package dev.kindred.search;

import dev.kindred.embedding.CosineBand;
import dev.kindred.embedding.Embedding;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.paper.PaperId;
import dev.kindred.search.relevance.Evidence;
import dev.kindred.search.relevance.Evidence.Background;
import dev.kindred.search.relevance.Evidence.Meaning;
import dev.kindred.search.relevance.RelevanceEstimate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Tells when nothing that is recommended is like anything liked: every example stands to the
 * nearest paper as a question stands to papers that do not answer it. Says nothing of better lists,
 * for how probable it is that a paper is liked was not measured.
 */
final class RecommendedFit {
  /** As many as most readers look at: where one of these has no vector, nothing is said. */
  private static final int IN_FRONT = 10;

  private RecommendedFit() {}

  /**
   * {@link Fit#NONE}, or else nothing; nothing, too, where papers in front are not embedded, and
   * for a model of which no band is known.
   *
   * @param liked the examples
   * @param ids what is recommended, the best first
   * @param random vectors of papers drawn at random
   */
  static Optional<Fit> of(
      IndexView view,
      List<Embedding> liked,
      List<PaperId> ids,
      Collection<Embedding> random,
      Optional<CosineBand> band) {
    List<PaperId> first = ids.subList(0, Math.min(IN_FRONT, ids.size()));
    if (first.isEmpty() || view.vectors(first).size() < first.size() || band.isEmpty()) {
      return Optional.empty();
    }
    RelevanceEstimate estimate = new RelevanceEstimate(band);
    int papers = view.counts().embedded();
    boolean isNone =
        liked.stream()
            .allMatch(example ->
                meaning(example, Hit.highest(view.scores(ids, example).values()), random)
                    .filter(best -> estimate.nothingFits(Evidence.of(best, papers)))
                    .isPresent());
    return isNone ? Optional.of(Fit.NONE) : Optional.empty();
  }

  /** The example itself may have been drawn; it is no noise, and there may be no other. */
  private static Optional<Meaning> meaning(
      Embedding example, double best, Collection<Embedding> random) {
    double[] noise =
        random.stream()
            .filter(other -> !other.equals(example))
            .mapToDouble(example::cosine)
            .toArray();
    return noise.length == 0
        ? Optional.empty()
        : Optional.of(new Meaning(best, Background.of(noise)));
  }
}
