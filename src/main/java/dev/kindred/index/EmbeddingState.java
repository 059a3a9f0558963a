package dev.kindred.index;

/** Where a paper stands on its way to a vector. */
public sealed interface EmbeddingState {
  /** After so many failed attempts a paper is left alone until someone asks. */
  int MAX_ATTEMPTS = 3;

  /** Waits; found by words, fields and id only. */
  record Pending(int attempts) implements EmbeddingState {}

  /**
   * Found by meaning, too.
   *
   * @param tokens what the model read of it
   * @param truncated whether there was more
   */
  record Embedded(int tokens, boolean truncated) implements EmbeddingState {}

  /** Could not be embedded in {@link #MAX_ATTEMPTS} attempts. */
  record Failed(String reason, int attempts) implements EmbeddingState {}
}
