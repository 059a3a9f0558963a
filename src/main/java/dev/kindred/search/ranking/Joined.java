package dev.kindred.search.ranking;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What another thread made. */
public final class Joined {
  private Joined() {}

  /** Waits for it; fails as the making did. */
  public static <T> T result(CompletableFuture<T> making) {
    try {
      return making.join();
    } catch (CompletionException wrapped) {
      switch (wrapped.getCause()) {
        case RuntimeException reason -> throw reason;
        case Error reason -> throw reason;
        case null, default -> throw wrapped;
      }
    }
  }
}
