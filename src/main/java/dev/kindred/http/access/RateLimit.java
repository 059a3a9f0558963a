package dev.kindred.http.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How many requests a client may make, by the generic cell rate algorithm (ITU-T I.371): a minute's
 * worth at once, and as many more as time has passed for. Thread-safe.
 */
final class RateLimit {
  static final Duration WINDOW = Duration.ofMinutes(1);

  /** Clients that are remembered; whoever is forgotten begins anew. */
  private static final int MAX_CLIENTS = 100_000;

  private final int perWindow;
  private final long nanosEach;
  private final InstantSource clock;
  private final Cache<String, Long> paidUntil =
      Caffeine.newBuilder()
          .maximumSize(MAX_CLIENTS)
          .expireAfterWrite(WINDOW.multipliedBy(2))
          .executor(Runnable::run)
          .build();

  /**
   * A limit for each client.
   *
   * @param perWindow requests a minute; at least 1
   */
  RateLimit(int perWindow, InstantSource clock) {
    this.perWindow = perWindow;
    this.nanosEach = WINDOW.toNanos() / perWindow;
    this.clock = clock;
  }

  int perWindow() {
    return perWindow;
  }

  /**
   * What became of a request.
   *
   * @param left how many more may be made at once
   * @param pause until the next one may be made; zero if there are some left
   */
  record Taken(boolean isAllowed, int left, Duration pause) {}

  /** Counts a request of a client, unless it is one too many. */
  Taken take(String client) {
    long now = nanos(clock.instant());
    long window = WINDOW.toNanos();
    long[] outcome = new long[1];
    boolean[] allowed = new boolean[1];
    paidUntil
        .asMap()
        .compute(
            client,
            (_, before) -> {
              long from = before == null ? now : Math.min(Math.max(before, now), now + window);
              allowed[0] = from + nanosEach - now <= window;
              outcome[0] = allowed[0] ? from + nanosEach : from;
              return outcome[0];
            });
    long room = window - (outcome[0] - now);
    int left = (int) (room / nanosEach);
    return new Taken(
        allowed[0], left, left > 0 ? Duration.ZERO : Duration.ofNanos(nanosEach - room));
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }
}
