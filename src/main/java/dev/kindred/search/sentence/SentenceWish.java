package dev.kindred.search.sentence;

/** How much may be done to choose the sentences. */
public enum SentenceWish {
  /** Nothing is embedded; vectors that were made ahead are used. */
  AS_AVAILABLE,
  /** All sentences of the page are embedded now, which takes seconds. */
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
