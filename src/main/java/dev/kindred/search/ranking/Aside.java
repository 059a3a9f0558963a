package dev.kindred.search.ranking;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Something that another thread finds out meanwhile. Closing waits for its end, whatever becomes of
 * it, so that what it reads from can be closed afterwards.
 */
public final class Aside<T> implements AutoCloseable {
  private final CompletableFuture<T> work;

  private Aside(CompletableFuture<T> work) {
    this.work = work;
  }

  public static <T> Aside<T> begin(Supplier<T> work) {
    return new Aside<>(
        CompletableFuture.supplyAsync(
            work, task -> Thread.ofPlatform().name("search-aside").daemon().start(task)));
  }

  /** Waits for the result; fails as the work did. */
  public T result() {
    try {
      return work.join();
    } catch (CompletionException wrapped) {
      switch (wrapped.getCause()) {
        case RuntimeException reason -> throw reason;
        case Error reason -> throw reason;
        case null, default -> throw wrapped;
      }
    }
  }

  @Override
  public void close() {
    work.handle((_, _) -> "over").join();
  }
}
