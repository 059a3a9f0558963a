package dev.kindred.benchmark;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.PaperId;
import java.util.List;

/** The graph of an index, searched by the index's library alone. Thread-safe. */
public interface Graph {
  /** How wide the index itself searches it for so many papers (HNSW's ef). */
  int breadth(int limit);

  int segments();

  /** What the whole index takes on the disk. */
  long bytes();

  /** Searches for so many, and tells how many vectors were looked at. */
  long visited(Embedding query, int limit, int breadth);

  /** The papers that are found, in no order. */
  List<PaperId> nearest(Embedding query, int limit, int breadth);
}
