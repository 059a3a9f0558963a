package dev.kindred.search.relevance;

import dev.kindred.embedding.CosineBand;
import java.util.List;
import java.util.Optional;

/** A collection's band from cosines measured on it. Pure arithmetic. */
final class BandMeasurement {
  /**
   * A quarter of the questions, those answered least, are foreign to nearly every collection. The
   * weights of {@link RelevanceEstimate} were fitted to this definition of noise.
   */
  private static final double FOREIGN = .25;

  private static final double MIDDLE = .5;

  private BandMeasurement() {}

  /**
   * The band, or none if questions of other fields come as near as papers' own titles.
   *
   * @param questions the best cosine to each question of many fields
   * @param own each paper's cosine to its own title
   * @param papers how many the collection has
   */
  static Optional<CosineBand> of(List<Double> questions, List<Double> own, int papers) {
    double noise = rounded(quantile(questions, FOREIGN));
    double match = rounded(quantile(own, MIDDLE));
    return CosineBand.isUsable(noise, match, papers)
        ? Optional.of(new CosineBand(noise, match, papers))
        : Optional.empty();
  }

  /** Interpolated between neighbours. */
  static double quantile(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    double place = part * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }

  private static double rounded(double cosine) {
    return Math.round(cosine * 1e3) / 1e3;
  }
}
