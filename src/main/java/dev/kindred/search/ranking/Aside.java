package dev.kindred.search.ranking;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Another thread of one search, which finds things out meanwhile, one after the other. Closing
 * waits for the end of all of them, whatever becomes of them, so that what they read from can be
 * closed afterwards.
 */
public final class Aside implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().name("search-aside").daemon().unstarted(work));

  /** What is found out, some time. */
  public static final class Pending<T> {
    private final CompletableFuture<T> work;

    private Pending(CompletableFuture<T> work) {
      this.work = work;
    }

    /** Waits for the result; fails as the work did. */
    public T result() {
      return Joined.result(work);
    }
  }

  /** Begins something as soon as what was begun before is over. */
  public <T> Pending<T> begin(Supplier<T> work) {
    return new Pending<>(CompletableFuture.supplyAsync(work, thread));
  }

  @Override
  public void close() {
    thread.close();
  }
}
