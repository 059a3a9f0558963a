package dev.kindred.benchmark;

import dev.kindred.embedding.Embedding;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Searches on two threads at once. */
final class TwoThreads {
  private TwoThreads() {}

  /** Both do all of it, from another beginning; how many searches a second that are. */
  static double perSecond(List<Embedding> queries, Consumer<Embedding> search, Course course) {
    int half = queries.size() / 2;
    long begun = System.nanoTime();
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(() -> each(queries, half, search, course));
    each(queries, 0, search, course);
    other.join();
    return 2 * queries.size() / ((System.nanoTime() - begun) / 1e9);
  }

  private static void each(
      List<Embedding> queries, int from, Consumer<Embedding> search, Course course) {
    for (int i = 0; i < queries.size(); i++) {
      search.accept(queries.get((from + i) % queries.size()));
      course.advance(1);
    }
  }
}
