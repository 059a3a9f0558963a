package dev.kindred.map.layout;

/** Vectors of unit length in a fixed order, of which a part at a time is in memory. */
public interface VectorSource {
  int size();

  /** Those from a place to another, exclusive. */
  Rows rows(int from, int to);
}
