package dev.kindred.embedding;

/**
 * Where a model's cosines mean something. It differs by model (0.2 to 0.8 for one, 0.8 to 0.9 for
 * another) and somewhat by collection.
 *
 * @param noise what the best paper of a collection reaches for a question of another field
 * @param match what a paper reaches for its own title
 * @param papers how many papers that collection has: the best of more is nearer by chance
 */
public record CosineBand(double noise, double match, int papers) {
  /** Of a narrower band rounding alone would decide. */
  public static final double MIN_WIDTH = .02;

  /**
   * What the noise rises by, as a share of the band, when the papers become e times as many.
   * Measured as .04 to .06 with three models on collections of 800 to 77,041 papers.
   */
  private static final double GROWTH = .045;

  /**
   * @throws IllegalArgumentException if {@link #isUsable} says no
   */
  public CosineBand {
    if (!isUsable(noise, match, papers)) {
      throw new IllegalArgumentException(
          "noise %s and match %s of %d papers are no band".formatted(noise, match, papers));
    }
  }

  /** Whether these are two cosines, the second clearly above the first, of one paper or more. */
  public static boolean isUsable(double noise, double match, int papers) {
    return noise >= -1 && match <= 1 && match - noise >= MIN_WIDTH && papers >= 1;
  }

  /**
   * 0 for the noise, 1 for a match; below and beyond for cosines outside.
   *
   * @param ofPapers how many the collection has now
   */
  public double position(double cosine, int ofPapers) {
    double risen = noiseOf(ofPapers);
    return (cosine - risen) / (match - risen);
  }

  /** The noise when the collection has so many papers. */
  public double noiseOf(int ofPapers) {
    return noise + (match - noise) * growth(papers, ofPapers);
  }

  /** What the noise rises by, as a share of the band, from a collection's size to another; < 1. */
  public static double growth(int fromPapers, int toPapers) {
    return Math.min(.9, GROWTH * Math.log((double) Math.max(1, toPapers) / fromPapers));
  }
}
