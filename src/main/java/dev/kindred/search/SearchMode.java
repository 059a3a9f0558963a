package dev.kindred.search;

/** What a search goes by. */
public enum SearchMode {
  /** Meaning and words together. */
  HYBRID,
  /** Meaning alone: papers that are not embedded yet are not found. */
  SEMANTIC,
  /** Words alone. */
  LEXICAL
}
