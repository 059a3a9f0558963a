package dev.kindred.search.ranking;

/**
 * The parts of a fused score, each with its share of the whole already.
 *
 * @param meaning 0 to the share of meaning; in a list by meaning alone the cosine, -1 to 1
 * @param words 0 to the share of words
 */
public record Fused(double meaning, double words) {
  /** 0 to 1; in a list by meaning alone the cosine. */
  public double score() {
    return meaning + words;
  }
}
