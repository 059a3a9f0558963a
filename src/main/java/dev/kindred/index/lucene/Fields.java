package dev.kindred.index.lucene;

/** Names of a document's fields and the terms of its states. Part of the store's format. */
final class Fields {
  static final String ID = "id";

  /** The paper as JSON, stored. */
  static final String SOURCE = "source";

  /** Title, title again and abstract: one field, because a sum of two ranks worse by BM25. */
  static final String WORDS = "words";

  /** Title, abstract and authors' names as they are written, but for case and accents. */
  static final String EXACT = "exact";

  static final String AUTHORS = "authors";

  /** The full names of the authors as they were given, to be counted. */
  static final String AUTHOR = "author";

  static final String CATEGORY = "category";

  /** What a paper is called as a whole: its title, and each of its authors' full names. */
  static final String WHOLE_TITLE = "wholeTitle";

  static final String WHOLE_NAME = "wholeName";
  static final String DOI = "doi";

  /** Names and values of the metadata, as {@link MetadataTerms} has them. */
  static final String METADATA = "metadata";

  static final String FIRST_DAY = "firstDay";
  static final String LAST_DAY = "lastDay";

  static final String HASH = "hash";
  static final String STATE = "state";
  static final String PENDING = "pending";
  static final String EMBEDDED = "embedded";
  static final String FAILED = "failed";

  /** The place in the queue of what waits, ascending. */
  static final String QUEUED = "queued";

  static final String ATTEMPTS = "attempts";
  static final String REASON = "reason";
  static final String TOKENS = "tokens";

  /** Holds {@link #YES} where the model did not read the whole text. */
  static final String TRUNCATED = "truncated";

  static final String YES = "yes";
  static final String VECTOR = "vector";

  /** A hash of the id, so that a sample does not depend on how segments were merged. */
  static final String LOTTERY = "lottery";

  private Fields() {}
}
