package dev.kindred.http.activity;

import java.time.Duration;
import java.time.Instant;

/** How often something happens, of late. Not thread-safe. */
final class Rate {
  private static final Duration SLOT = Duration.ofSeconds(10);
  private static final int SLOTS = 30;

  /** What this is the rate of: five minutes. */
  private static final Duration WINDOW = SLOT.multipliedBy(SLOTS);

  /** Less is not looked back, or the first of all would be many a minute. */
  private static final Duration LEAST = Duration.ofMinutes(1);

  private final Instant begun;
  private final int[] counts = new int[SLOTS];
  private final long[] slots = new long[SLOTS];

  Rate(Instant begun) {
    this.begun = begun;
  }

  void count(Instant now) {
    long slot = slot(now);
    int place = Math.floorMod(slot, SLOTS);
    if (slots[place] != slot) {
      slots[place] = slot;
      counts[place] = 0;
    }
    counts[place]++;
  }

  /** In the last five minutes, or since the beginning if that is less. */
  double perMinute(Instant now) {
    long last = slot(now);
    int sum = 0;
    for (int place = 0; place < SLOTS; place++) {
      if (slots[place] > last - SLOTS && slots[place] <= last) {
        sum += counts[place];
      }
    }
    Duration since = Duration.between(begun, now);
    Duration over = since.compareTo(LEAST) < 0 ? LEAST : since;
    return sum * 60_000.0 / Math.min(over.toMillis(), WINDOW.toMillis());
  }

  private static long slot(Instant time) {
    return Math.floorDiv(time.toEpochMilli(), SLOT.toMillis());
  }
}
