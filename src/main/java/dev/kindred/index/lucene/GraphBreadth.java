package dev.kindred.index.lucene;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How wide the graph of a collection is searched (it is HNSW's ef): as wide as it takes to find the
 * wanted share of the nearest ten. It is measured in the collection itself, when that has grown and
 * nothing is written. Thread-safe.
 */
final class GraphBreadth {
  private static final Logger log = LoggerFactory.getLogger(GraphBreadth.class);

  /** Recall@10 that users get at least. */
  static final double WANTED_RECALL = .98;

  /** Until it is measured; found wide enough for a million abstracts. */
  static final int UNMEASURED = 200;

  /** It grows so slowly with the collection that a tenth more needs no other. */
  private static final double GROWTH = .1;

  private volatile Measured last = new Measured(UNMEASURED, 0);

  /**
   * What was found.
   *
   * @param papers with a vector at that time; 0 if there was no measurement yet
   */
  private record Measured(int breadth, int papers) {}

  /** What to search the graph for when so many hits are wanted. */
  int forHits(int limit) {
    return Math.max(limit, last.breadth);
  }

  /** Measures if that was never done, or the collection has another size; what holds then. */
  int fit(Snapshot snapshot) throws IOException {
    int papers = snapshot.counts().embedded();
    if (isDue(last.papers, papers)) {
      int breadth = BreadthTrial.least(WANTED_RECALL, new BreadthTrial(snapshot)::recall);
      last = new Measured(breadth, papers);
      log.info("The graph of {} papers is searched for {} at least.", papers, breadth);
    }
    return last.breadth;
  }

  /**
   * Whether what was measured on some papers does not hold for others. Small collections are
   * scanned.
   */
  static boolean isDue(int before, int papers) {
    return papers > VectorReading.SCANNED_AT_MOST && Math.abs(papers - before) > GROWTH * before;
  }
}
