package dev.kindred.benchmark;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What another thread does. */
final class Awaited {
  private Awaited() {}

  /**
   * Waits for it; what it throws is thrown here.
   *
   * @throws CancellationException if the waiting thread was interrupted, which it still is then
   */
  static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException wrapped) {
      if (wrapped.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new IllegalStateException(wrapped);
    }
  }
}
