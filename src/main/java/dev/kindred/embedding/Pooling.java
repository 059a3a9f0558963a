package dev.kindred.embedding;

/** How a model's token states become one vector. */
public enum Pooling {
  /** The state of the first token. */
  CLS,
  /** The mean over all tokens. */
  MEAN
}
