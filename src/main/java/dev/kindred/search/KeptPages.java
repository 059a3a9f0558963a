package dev.kindred.search;

import dev.kindred.search.ResultList.Cut;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Pages that were cut from kept lists, with their papers, words and sentences: the same question is
 * often asked again. A page is cut anew a minute after it was, however often it is asked for, for
 * vectors of sentences may have been made meanwhile. Thread-safe.
 */
final class KeptPages {
  static final Duration LIFETIME = Duration.ofMinutes(1);

  /** Of all pages together, in bytes. */
  private static final long ROOM = 30_000_000;

  private final RecentlyUsed<PageOfState, Cut> pages;

  /** What a page depends on: papers may have been changed since a list was made. */
  private record PageOfState(ListCursor list, Showing showing, long state) {}

  KeptPages(InstantSource clock) {
    this(clock, ROOM);
  }

  /**
   * @param maxBytes how much room all pages together may take
   */
  KeptPages(InstantSource clock, long maxBytes) {
    this.pages = new RecentlyUsed<>(clock, LIFETIME, maxBytes);
  }

  /**
   * A page of a list.
   *
   * @param state of the index that it is read from
   */
  Cut of(ListCursor list, Showing showing, long state, Supplier<Cut> cutting) {
    PageOfState wanted = new PageOfState(list, showing, state);
    return pages
        .get(wanted)
        .orElseGet(() -> {
          Cut cut = cutting.get();
          pages.put(wanted, cut, PageBytes.of(cut));
          return cut;
        });
  }
}
