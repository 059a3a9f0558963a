package dev.kindred.ingest;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets searches go before work that can wait. Each search takes a worker's place from its beginning
 * to shortly after its end: what is being worked on is finished, but nothing new is begun instead.
 * Searches themselves never wait here. So that work does not stand still while searches take all
 * places, now and then one piece of it goes on all the same. Thread-safe.
 */
public final class SearchesFirst {
  /** Who searches often soon searches again. */
  private static final Duration LINGER = Duration.ofMillis(20);

  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final LongSupplier nanoTime;
  private final long patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int searching;
  private int working;

  /** As many searches as went on at once within {@link #LINGER}, and when they last did. */
  private int taken;

  private long takenAt;

  public SearchesFirst() {
    this(System::nanoTime, PATIENCE);
  }

  /**
   * With another clock.
   *
   * @param nanoTime as {@link System#nanoTime}
   * @param patience how long a piece of work waits for searches
   */
  SearchesFirst(LongSupplier nanoTime, Duration patience) {
    this.nanoTime = nanoTime;
    this.patience = patience.toNanos();
  }

  /** Answers a search, at once. */
  public <T> T search(Supplier<T> answer) {
    count(1);
    try {
      return answer.get();
    } finally {
      count(-1);
    }
  }

  private void count(int more) {
    lock.lock();
    try {
      note();
      searching += more;
      note();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void note() {
    long now = nanoTime.getAsLong();
    if (searching >= taken || now - takenAt >= LINGER.toNanos()) {
      taken = searching;
      takenAt = now;
    }
  }

  /**
   * Does a piece of work, when it is its turn.
   *
   * @param workers how many do such work
   */
  void work(int workers, Runnable work) {
    begin(workers);
    try {
      work.run();
    } finally {
      end();
    }
  }

  private void begin(int workers) {
    lock.lock();
    try {
      long begun = nanoTime.getAsLong();
      note();
      while (!mayBegin(workers, taken, working, nanoTime.getAsLong() - begun < patience)) {
        // Not longer: the places of past searches become free by time alone.
        boolean _ = changed.await(LINGER.toNanos(), TimeUnit.NANOSECONDS);
        note();
      }
    } catch (InterruptedException goOnAtOnce) {
      Thread.currentThread().interrupt();
    } finally {
      working++;
      lock.unlock();
    }
  }

  /**
   * Whether another piece of work may begin.
   *
   * @param patient false for one that has waited long enough to go on beside searches
   */
  static boolean mayBegin(int workers, int searching, int working, boolean patient) {
    return searching + working < workers || (!patient && working == 0);
  }

  private void end() {
    lock.lock();
    try {
      working--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
