package dev.kindred.search;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what was put or asked for last: no more than there is room for, and nothing for which
 * nobody has asked for a while. What is new is never given up for what was asked for often, as a
 * cache that looks for the best hit rate does. Thread-safe.
 */
final class RecentlyUsed<K, V> {
  private final InstantSource clock;
  private final Duration lifetime;
  private final long room;
  private final Map<K, Entry<V>> oldestFirst = new LinkedHashMap<>(16, .75f, true);
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

  synchronized void put(K key, V value, long weight) {
    Entry<V> before = oldestFirst.put(key, new Entry<>(value, weight, clock.instant()));
    taken += weight - (before == null ? 0 : before.weight());
    giveUp();
  }

  synchronized Optional<V> get(K key) {
    giveUp();
    Entry<V> kept = oldestFirst.get(key);
    if (kept == null) {
      return Optional.empty();
    }
    oldestFirst.put(key, new Entry<>(kept.value(), kept.weight(), clock.instant()));
    return Optional.of(kept.value());
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
