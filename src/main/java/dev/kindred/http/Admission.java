package dev.kindred.http;

import dev.kindred.ingest.SearchesFirst;
import dev.kindred.paper.Rejection.Unavailable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets in no more searches at once than there are cores for; some more wait in turn, and the rest
 * are told at once to come again. Else all would be computed side by side, each slower than anybody
 * waits for. Thread-safe.
 */
final class Admission {
  /** Fewer than the server's threads, which are for other requests, too. */
  private static final int WAITING_AT_MOST = 40;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final SearchesFirst searches;
  private final Semaphore places;
  private final int waitingAtMost;
  private final Duration patience;

  /**
   * @param searches is told of each
   */
  Admission(SearchesFirst searches) {
    this(searches, Runtime.getRuntime().availableProcessors(), WAITING_AT_MOST, PATIENCE);
  }

  /**
   * @param searches is told of each that is computed
   * @param atOnce how many are computed side by side
   * @param waitingAtMost how many may wait for that, roughly
   * @param patience how long one waits
   */
  Admission(SearchesFirst searches, int atOnce, int waitingAtMost, Duration patience) {
    this.searches = searches;
    this.places = new Semaphore(atOnce, true);
    this.waitingAtMost = waitingAtMost;
    this.patience = patience;
  }

  /**
   * Computes an answer, in turn. What is wrong with a request is said before: that need not wait.
   *
   * @throws Unavailable if it is turned away
   */
  <T> T admit(Supplier<T> answer) {
    enter();
    try {
      return searches.search(answer);
    } finally {
      places.release();
    }
  }

  private void enter() {
    try {
      // Without a time it would push in before those who wait.
      if (places.tryAcquire(0, TimeUnit.NANOSECONDS)) {
        return;
      }
      if (places.getQueueLength() >= waitingAtMost) {
        throw new Unavailable(
            "%d searches are waiting already; try again".formatted(waitingAtMost));
      }
      if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new Unavailable(
            "too many searches at once: this one waited %d ms; try again"
                .formatted(patience.toMillis()));
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Unavailable("this search was interrupted while it waited for others; try again");
    }
  }

  /** How many wait, roughly. */
  int waiting() {
    return places.getQueueLength();
  }
}
