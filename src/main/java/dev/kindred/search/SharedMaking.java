package dev.kindred.search;

import dev.kindred.search.ranking.Joined;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets those who want the same thing at the same time share one making of it. Keeps nothing: who
 * comes when it has been made, or has failed, makes it anew. Thread-safe. A making must not wait
 * for another.
 *
 * @param <K> names a thing; equal ones name the same
 * @param <V> the thing
 */
final class SharedMaking<K, V> {
  private final ConcurrentMap<K, CompletableFuture<V>> underway = new ConcurrentHashMap<>();

  /**
   * Makes a thing in the caller's thread, or waits for the one that does. Throws what the making
   * throws, to all who share it.
   */
  V of(K wanted, Supplier<V> making) {
    CompletableFuture<V> own = new CompletableFuture<>();
    CompletableFuture<V> others = underway.putIfAbsent(wanted, own);
    return others == null ? made(wanted, making, own) : Joined.result(others);
  }

  private V made(K wanted, Supplier<V> making, CompletableFuture<V> own) {
    try {
      V thing = making.get();
      own.complete(thing);
      return thing;
    } catch (Throwable failure) { // whatever it is: others wait for it
      own.completeExceptionally(failure);
      throw failure;
    } finally {
      underway.remove(wanted, own);
    }
  }
}
