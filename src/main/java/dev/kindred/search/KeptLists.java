package dev.kindred.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kindred.paper.Rejection.ExpiredCursor;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * The lists that were made last, so that their pages agree. A list lives for five minutes after it
 * was asked for; where there are too many to keep, one that was dropped is made again as long as
 * nothing has been written in between. Thread-safe.
 */
final class KeptLists {
  static final Duration LIFETIME = Duration.ofMinutes(5);

  /** Of all lists together; some 60 MB. */
  private static final long MAX_HITS = 200_000;

  private static final long MAX_REQUESTS = 50_000;
  private static final int NAME_BYTES = 12;

  /** What a list was made for, and from. */
  private record Made(ListRequest request, long state) {}

  /** A list and its name. */
  record Kept(ListCursor cursor, ListRequest request, ResultList list) {}

  private final SecureRandom names = new SecureRandom();
  private final Cache<ListCursor, Made> made;
  private final Cache<ListRequest, ListCursor> latest;
  private final Cache<ListCursor, ResultList> lists;

  KeptLists(InstantSource clock) {
    made = living(clock).maximumSize(MAX_REQUESTS).build();
    latest = living(clock).maximumSize(MAX_REQUESTS).build();
    lists =
        living(clock)
            .maximumWeight(MAX_HITS)
            .weigher((ListCursor _, ResultList list) -> 1 + list.hits().size())
            .build();
  }

  private static Caffeine<Object, Object> living(InstantSource clock) {
    return Caffeine.newBuilder()
        .expireAfterAccess(LIFETIME)
        .ticker(() -> Duration.ofMillis(clock.millis()).toNanos());
  }

  Kept keep(ListRequest request, ResultList list) {
    byte[] name = new byte[NAME_BYTES];
    names.nextBytes(name);
    ListCursor cursor =
        new ListCursor(Base64.getUrlEncoder().withoutPadding().encodeToString(name));
    made.put(cursor, new Made(request, list.state()));
    latest.put(request, cursor);
    lists.put(cursor, list);
    return new Kept(cursor, request, list);
  }

  /** The list that was made last for a request, if it is still there. */
  Optional<Kept> latest(ListRequest request) {
    return Optional.ofNullable(latest.getIfPresent(request))
        .flatMap(cursor ->
            Optional.ofNullable(lists.getIfPresent(cursor))
                .map(list -> new Kept(cursor, request, list)));
  }

  /**
   * Makes a list from the state of the index that it is asked for, if that is still the present
   * one.
   */
  interface Remaking {
    Optional<ResultList> of(ListRequest request, long state);
  }

  /**
   * The list of a cursor.
   *
   * @throws ExpiredCursor if it is not kept any more and cannot be made again
   */
  Kept of(ListCursor cursor, Remaking remaking) {
    Made known = made.getIfPresent(cursor);
    if (known == null) {
      throw new ExpiredCursor(
          ("this list is not kept any more (%d minutes after it was last asked for, or at a"
                  + " restart); search again")
              .formatted(LIFETIME.toMinutes()));
    }
    ResultList list = lists.getIfPresent(cursor);
    if (list == null) {
      list =
          remaking
              .of(known.request(), known.state())
              .orElseThrow(() ->
                  new ExpiredCursor(
                      "too many lists are in use to keep this one, and the collection has changed"
                          + " since; search again"));
      lists.put(cursor, list);
    }
    return new Kept(cursor, known.request(), list);
  }
}
