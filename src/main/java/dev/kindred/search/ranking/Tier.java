package dev.kindred.search.ranking;

/**
 * What no near miss can come before: hits are sorted by tier, then by fused score. The lowest comes
 * first.
 */
public enum Tier {
  /** Found by meaning and words as far as they go. */
  FOUND(0),
  /**
   * Holds the query's rarest word if that decides, or all that it has in quotation marks, or is by
   * somebody whose name it is.
   */
  RARE(1),
  /** The whole query is this paper's id, DOI or title, or the full name of one of its authors. */
  NAMED(2);

  private final int bonus;

  Tier(int bonus) {
    this.bonus = bonus;
  }

  /** What is added to a fused score, which is 1 at most, so that scores have the tiers' order. */
  public int bonus() {
    return bonus;
  }

  /** As answers have it. */
  @Override
  public String toString() {
    return switch (this) {
      case FOUND -> "found";
      case RARE -> "rare";
      case NAMED -> "named";
    };
  }
}
