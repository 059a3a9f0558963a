package dev.kindred.index.lucene;

import java.io.IOException;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges in the background, one at a time and on one thread: the cores are for searches and for
 * embedding. Thread-safe.
 */
final class Merges extends ConcurrentMergeScheduler {
  private static final Logger log = LoggerFactory.getLogger(Merges.class);
  private static final int WAITING_AT_MOST = 8;
  private static final int IN_THE_BACKGROUND = 1;

  /** Lucene lends a merge one thread less than there may be besides its own. */
  private static final int WHILE_SOMEBODY_WAITS = 3;

  Merges() {
    setMaxMergesAndThreads(WAITING_AT_MOST, IN_THE_BACKGROUND);
  }

  /** Builds a graph by two threads until the given work is done. */
  void whileSomebodyWaits(Work work) throws IOException {
    setMaxMergesAndThreads(WAITING_AT_MOST, WHILE_SOMEBODY_WAITS);
    try {
      work.run();
      sync();
    } finally {
      setMaxMergesAndThreads(WAITING_AT_MOST, IN_THE_BACKGROUND);
    }
  }

  /** What somebody waits for. */
  interface Work {
    void run() throws IOException;
  }

  /** It closes the writer, which the next group notices and opens again. */
  @Override
  protected void handleMergeException(Throwable failure) {
    log.error("Merging segments failed; it will be tried again.", failure);
  }
}
