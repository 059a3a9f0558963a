package dev.kindred.index.lucene;

import dev.kindred.index.IndexView;
import dev.kindred.paper.Rejection.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The newest durable state of the index, replaced after every commit. Thread-safe. */
final class Latest {
  private final PaperAnalyzer analyzer;
  private final GraphBreadth breadth = new GraphBreadth();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition replaced = lock.newCondition();

  /** Counted beforehand: everybody waits for the lock. */
  private Snapshot snapshot;

  private boolean closed;

  Latest(Snapshot first, PaperAnalyzer analyzer) {
    this.snapshot = first;
    this.analyzer = analyzer;
  }

  Snapshot snapshot() {
    lock.lock();
    try {
      return snapshot;
    } finally {
      lock.unlock();
    }
  }

  GraphBreadth breadth() {
    return breadth;
  }

  IndexView view(SentenceReading sentences) {
    Snapshot held = hold();
    return new LuceneView(held, analyzer, breadth, sentences, held.reader()::decRef);
  }

  /** What is read from a snapshot. */
  interface Reading<T> {
    T from(Snapshot snapshot) throws IOException;
  }

  <T> T read(Reading<T> reading) {
    Snapshot held = hold();
    try {
      try {
        return reading.from(held);
      } finally {
        held.reader().decRef();
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Snapshot hold() {
    lock.lock();
    try {
      if (closed) {
        throw new Unavailable("the store is closed; the service is stopping");
      }
      snapshot.reader().incRef();
      return snapshot;
    } finally {
      lock.unlock();
    }
  }

  void replace(Snapshot newer) throws IOException {
    lock.lock();
    try {
      Snapshot older = snapshot;
      snapshot = newer;
      replaced.signalAll();
      older.reader().decRef();
    } finally {
      lock.unlock();
    }
  }

  boolean awaitPending(Duration timeout) throws InterruptedException, IOException {
    long nanos = timeout.toNanos();
    lock.lock();
    try {
      while (!closed && snapshot.counts().pending() == 0) {
        if (nanos <= 0) {
          return false;
        }
        nanos = replaced.awaitNanos(nanos);
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** Views that are open stay so. */
  void close() throws IOException {
    lock.lock();
    try {
      closed = true;
      replaced.signalAll();
      snapshot.reader().decRef();
    } finally {
      lock.unlock();
    }
  }
}
