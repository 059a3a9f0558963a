package dev.kindred.search.ranking;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Finds things out for one search while it does others, one after the other. Closing waits for the
 * end of all of them, whatever becomes of them, so that what they read from can be closed
 * afterwards. Used by one thread.
 */
public final class Aside implements AutoCloseable {
  private final Executor threads;
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

  /**
   * @param threads that others may share; {@code Runnable::run} finds out at once what is begun
   */
  public Aside(Executor threads) {
    this.threads = threads;
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
    CompletableFuture<T> begun = last.handleAsync((_, _) -> work.get(), threads);
    last = begun;
    return new Pending<>(begun);
  }

  @Override
  public void close() {
    last.handle((_, _) -> "over").join();
  }
}
