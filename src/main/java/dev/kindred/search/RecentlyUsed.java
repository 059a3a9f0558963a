package dev.kindred.search;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what was put or touched last: no more than there is room for, and nothing that was not for
 * a while. What is new is never given up for what was asked for often, as a cache that looks for
 * the best hit rate does. Thread-safe.
 */
final class RecentlyUsed<K, V> {
  private final InstantSource clock;
  private final Duration lifetime;
  private final long room;
  private final Map<K, Entry<V>> oldestFirst = new LinkedHashMap<>();
  private long taken;

  private record Entry<V>(V value, long weight, Instant used) {}

  /**
   * @param room for the weights of all together
   */
  RecentlyUsed(InstantSource clock, Duration lifetime, long room) {
    this.clock = clock;
    this.lifetime = lifetime;
    this.room = room;
  }

  /** In the place of what the key had; not kept if it alone is heavier than the room. */
  synchronized void put(K key, V value, long weight) {
    remove(key);
    if (weight <= room) {
      add(key, value, weight);
    }
    giveUp();
  }

  /** Does not lengthen its life. */
  synchronized Optional<V> get(K key) {
    giveUp();
    return Optional.ofNullable(oldestFirst.get(key)).map(Entry::value);
  }

  /** Lets it live on as if it had been put now, if it is still there. */
  synchronized void touch(K key) {
    giveUp();
    remove(key).ifPresent(kept -> add(key, kept.value(), kept.weight()));
  }

  private void add(K key, V value, long weight) {
    oldestFirst.put(key, new Entry<>(value, weight, clock.instant()));
    taken += weight;
  }

  private Optional<Entry<V>> remove(K key) {
    Optional<Entry<V>> removed = Optional.ofNullable(oldestFirst.remove(key));
    removed.ifPresent(entry -> taken -= entry.weight());
    return removed;
  }

  private void giveUp() {
    Instant before = clock.instant().minus(lifetime);
    Iterator<Entry<V>> entries = oldestFirst.values().iterator();
    while (entries.hasNext()) {
      Entry<V> oldest = entries.next();
      if (taken <= room && oldest.used().isAfter(before)) {
        return;
      }
      taken -= oldest.weight();
      entries.remove();
    }
  }
}
