package dev.kindred.http.activity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last so many of something. Thread-safe. */
final class Recent<T> {
  /** How much is kept of a stranger's text, so that much of it takes little room. */
  static final int MOST_CHARS = 300;

  private final int most;
  private final Deque<T> kept = new ArrayDeque<>();

  Recent(int most) {
    this.most = most;
  }

  synchronized void add(T latest) {
    if (kept.size() == most) {
      kept.removeFirst();
    }
    kept.addLast(latest);
  }

  /** A copy, the latest first. */
  synchronized List<T> latestFirst() {
    return List.copyOf(kept.reversed());
  }
}
