package dev.kindred.index.lucene;

import java.io.IOException;

/** A write, done by the writing thread as a part of a group. */
interface Operation<T> {
  /** How many papers it may touch, which bounds a group. */
  int size();

  T applyTo(PaperTable papers) throws IOException;
}
