package dev.kindred.index.lucene;

import dev.kindred.paper.Rejection.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Operations in the order they came, done by one thread in groups: whatever has come while the last
 * group was being committed is the next group. Thread-safe.
 */
final class CommitQueue {
  private static final int MAX_GROUP_OPERATIONS = 64;
  private static final int MAX_GROUP_PAPERS = 10_000;

  /** Embedding writes every three seconds, so this is not in the middle of an import. */
  private static final Duration REST = Duration.ofSeconds(5);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Waiting<?>> waiting = new ArrayDeque<>();
  private final GroupWriter writer;
  private final Duration rest;
  private final Thread thread;
  private boolean closing;

  CommitQueue(GroupWriter writer) {
    this(writer, REST);
  }

  /**
   * @param rest so long without an operation is a time to put in order what was written
   */
  CommitQueue(GroupWriter writer, Duration rest) {
    this.writer = writer;
    this.rest = rest;
    this.thread = Thread.ofPlatform().daemon().name("index-writer").start(this::run);
  }

  <T> CompletableFuture<T> submit(Operation<T> operation) {
    Waiting<T> entry = new Waiting<>(operation);
    lock.lock();
    try {
      if (closing) {
        throw new Unavailable("the store is closed; the service is stopping");
      }
      waiting.add(entry);
      changed.signal();
    } finally {
      lock.unlock();
    }
    return entry.answer();
  }

  private void run() {
    while (!isOver()) {
      List<Waiting<?>> group = next();
      if (!group.isEmpty()) {
        writer.write(group);
      } else if (!isOver()) {
        writer.rest();
      }
    }
  }

  private boolean isOver() {
    lock.lock();
    try {
      return closing && waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** The next group; empty when nothing has come for a while, or will come any more. */
  private List<Waiting<?>> next() {
    lock.lock();
    try {
      awaitUninterruptibly();
      List<Waiting<?>> group = new ArrayList<>();
      int papers = 0;
      for (Waiting<?> head = waiting.peek();
          head != null && fits(group.size(), papers + head.size());
          head = waiting.peek()) {
        group.add(waiting.remove());
        papers += head.size();
      }
      return group;
    } finally {
      lock.unlock();
    }
  }

  private void awaitUninterruptibly() {
    long left = rest.toNanos();
    while (waiting.isEmpty() && !closing && left > 0) {
      try {
        left = changed.awaitNanos(left);
      } catch (InterruptedException nobodyMeansThis) {
        left = rest.toNanos();
      }
    }
  }

  private static boolean fits(int operations, int papers) {
    return operations == 0 || (operations < MAX_GROUP_OPERATIONS && papers <= MAX_GROUP_PAPERS);
  }

  /** Does what waits, then ends the thread. */
  void close() throws IOException {
    lock.lock();
    try {
      closing = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    joinUninterruptibly();
    writer.close();
  }

  private void joinUninterruptibly() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException notNow) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
