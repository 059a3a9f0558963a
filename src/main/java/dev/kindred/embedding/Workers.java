package dev.kindred.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Does the same to each element of a list on several threads, one list after the other, until it is
 * told to stop. All but {@link #each} may be called from any thread.
 */
public final class Workers {
  private final int threads;
  private final AtomicInteger done = new AtomicInteger();
  private volatile boolean stopped;

  public Workers(int threads) {
    this.threads = threads;
  }

  /**
   * What became of each element, in order. What the work throws is thrown here.
   *
   * @throws CancellationException if it is told to stop before all is done, or if the calling
   *     thread is interrupted, which it still is then
   */
  public <E, T> List<T> each(List<E> elements, Function<E, T> work) {
    List<T> results = new ArrayList<>(elements.size());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> running =
          elements.stream().map(element -> pool.submit(() -> one(element, work))).toList();
      try {
        for (Future<T> result : running) {
          results.add(result(result));
        }
      } finally {
        running.forEach(result -> result.cancel(false));
      }
    }
    return results;
  }

  private <E, T> T one(E element, Function<E, T> work) {
    if (stopped) {
      throw new CancellationException();
    }
    T result = work.apply(element);
    done.incrementAndGet();
    return result;
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException wrapped) {
      switch (wrapped.getCause()) {
        case RuntimeException reason -> throw reason;
        case Error reason -> throw reason;
        case null, default -> throw new IllegalStateException(wrapped);
      }
    }
  }

  /** How many elements of all lists; it never falls. */
  public int done() {
    return done.get();
  }

  public void stop() {
    stopped = true;
  }

  public boolean isStopped() {
    return stopped;
  }
}
