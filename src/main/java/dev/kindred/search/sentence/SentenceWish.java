package dev.kindred.search.sentence;

/** How much may be done to choose the sentences. */
public enum SentenceWish {
  /** Nothing is embedded; vectors that were made ahead are used. */
  AS_AVAILABLE,
  /** The sentences of the page are embedded now, up to a number of them, which takes seconds. */
  EXACT;

  /** As requests have it. */
  @Override
  public String toString() {
    return switch (this) {
      case AS_AVAILABLE -> "ready";
      case EXACT -> "exact";
    };
  }
}
