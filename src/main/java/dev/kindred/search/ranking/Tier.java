package dev.kindred.search.ranking;

/**
 * What no near miss can come before: hits are sorted by tier, then by fused score. The lowest comes
 * first.
 */
public enum Tier {
  /** Found by meaning and words as far as they go. */
  FOUND(0),
  /** Holds enough of the query's telling rare words, or all that it has in quotation marks. */
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
