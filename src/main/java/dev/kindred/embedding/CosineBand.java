package dev.kindred.embedding;

/**
 * Where a model's cosines mean something. It differs by model (0.2 to 0.8 for one, 0.8 to 0.9 for
 * another) and somewhat by collection.
 *
 * @param noise what the best paper of a collection reaches for a question of another field
 * @param match what a paper reaches for its own title
 */
public record CosineBand(double noise, double match) {
  /** Of a narrower band rounding alone would decide. */
  public static final double MIN_WIDTH = .02;

  /**
   * @throws IllegalArgumentException if {@link #isUsable} says no
   */
  public CosineBand {
    if (!isUsable(noise, match)) {
      throw new IllegalArgumentException("no band from " + noise + " to " + match);
    }
  }

  /** Whether these are two cosines, the second clearly above the first. */
  public static boolean isUsable(double noise, double match) {
    return noise >= -1 && match <= 1 && match - noise >= MIN_WIDTH;
  }

  /** 0 for the noise, 1 for a match; below and beyond for cosines outside. */
  public double position(double cosine) {
    return (cosine - noise) / (match - noise);
  }
}
