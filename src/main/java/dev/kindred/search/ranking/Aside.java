package dev.kindred.search.ranking;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Finds things out for one search while it does others, one after the other: on another thread, or,
 * where no core is free for one, at once. Closing waits for the end of all of them, whatever
 * becomes of them, so that what they read from can be closed afterwards.
 */
public final class Aside implements AutoCloseable {
  private final Optional<ExecutorService> thread;

  /**
   * @param hasThread whether there is a core for another thread
   */
  public Aside(boolean hasThread) {
    this.thread =
        hasThread
            ? Optional.of(
                Executors.newSingleThreadExecutor(
                    work -> Thread.ofPlatform().name("search-aside").daemon().unstarted(work)))
            : Optional.empty();
  }

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
    Executor executor = thread.map(Executor.class::cast).orElse(Runnable::run);
    return new Pending<>(CompletableFuture.supplyAsync(work, executor));
  }

  @Override
  public void close() {
    thread.ifPresent(ExecutorService::close);
  }
}
