package dev.kindred.search;

import dev.kindred.paper.Rejection.ExpiredCursor;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * The lists that were made last, so that their pages agree. A list lives for five minutes after it
 * was asked for, by its cursor or by its request; where there are too many to keep, one that was
 * dropped is made again as long as nothing has been written in between. Thread-safe.
 */
final class KeptLists {
  static final Duration LIFETIME = Duration.ofMinutes(5);

  /** Of all lists together; some 400,000 hits without anything beside them. */
  private static final long MAX_LIST_BYTES = 60_000_000;

  /** A request may be long: its query has up to 20,000 characters, its filter ten times that. */
  private static final long MAX_REQUEST_CHARS = 20_000_000;

  private static final int NAME_BYTES = 12;

  /** What a list was made for, and from. */
  private record Made(ListRequest request, long state) {}

  /** A list and its name. */
  record Kept(ListCursor cursor, ListRequest request, ResultList list) {}

  private final SecureRandom names = new SecureRandom();
  private final RecentlyUsed<ListCursor, Made> made;
  private final RecentlyUsed<ListRequest, ListCursor> latest;
  private final RecentlyUsed<ListCursor, Kept> lists;

  KeptLists(InstantSource clock) {
    this(clock, MAX_LIST_BYTES);
  }

  /**
   * @param maxBytes how much room all lists together may take
   */
  KeptLists(InstantSource clock, long maxBytes) {
    made = new RecentlyUsed<>(clock, LIFETIME, MAX_REQUEST_CHARS);
    latest = new RecentlyUsed<>(clock, LIFETIME, MAX_REQUEST_CHARS);
    lists = new RecentlyUsed<>(clock, LIFETIME, maxBytes);
  }

  private static int chars(ListRequest request) {
    return request.toString().length();
  }

  private void keep(Kept kept) {
    long bytes = kept.list().bytes() + (long) Character.BYTES * chars(kept.request());
    lists.put(kept.cursor(), kept, bytes);
  }

  Kept keep(ListRequest request, ResultList list) {
    byte[] name = new byte[NAME_BYTES];
    names.nextBytes(name);
    ListCursor cursor =
        new ListCursor(Base64.getUrlEncoder().withoutPadding().encodeToString(name));
    Kept kept = new Kept(cursor, request, list);
    made.put(cursor, new Made(request, list.state()), chars(request));
    latest.put(request, cursor, chars(request));
    keep(kept);
    return kept;
  }

  /** The list that was made last for a request, if it is still there. */
  Optional<Kept> latest(ListRequest request) {
    Optional<Kept> last =
        latest
            .get(request)
            .filter(cursor -> made.get(cursor).isPresent()) // or its cursor would have expired
            .flatMap(lists::get);
    last.ifPresent(kept -> touch(kept.cursor(), request));
    return last;
  }

  /** So that it lives on by its cursor and by its request. */
  private void touch(ListCursor cursor, ListRequest request) {
    made.touch(cursor);
    latest.touch(request);
    lists.touch(cursor);
  }

  /** The same, if it was made from this state of the index. */
  Optional<Kept> latest(ListRequest request, long state) {
    return latest(request).filter(last -> last.list().state() == state);
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
    Made known = made(cursor);
    touch(cursor, known.request());
    return lists.get(cursor).orElseGet(() -> remade(cursor, known, remaking));
  }

  /**
   * What a list was made for.
   *
   * @throws ExpiredCursor if it is not kept any more
   */
  ListRequest request(ListCursor cursor) {
    return made(cursor).request();
  }

  private Made made(ListCursor cursor) {
    return made.get(cursor)
        .orElseThrow(() ->
            new ExpiredCursor(
                ("this list is not kept any more (%d minutes after it was last asked for, or at a"
                        + " restart); search again")
                    .formatted(LIFETIME.toMinutes())));
  }

  private Kept remade(ListCursor cursor, Made known, Remaking remaking) {
    ResultList list =
        remaking
            .of(known.request(), known.state())
            .orElseThrow(() ->
                new ExpiredCursor(
                    "too many lists are in use to keep this one, and the collection has changed"
                        + " since; search again"));
    Kept kept = new Kept(cursor, known.request(), list);
    keep(kept);
    return kept;
  }
}
