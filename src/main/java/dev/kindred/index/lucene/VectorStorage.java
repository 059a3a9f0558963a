package dev.kindred.index.lucene;

/** What a store keeps of vectors. Segments that are there change when they are merged. */
public enum VectorStorage {
  /** As they are. */
  FLOAT32,
  /**
   * In a byte a value besides, by which the graph is searched: for want of memory, as only a
   * quarter has to be in it. What is found is compared by the vectors as they are.
   */
  INT8
}
