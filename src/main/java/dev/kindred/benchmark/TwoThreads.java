package dev.kindred.benchmark;

import dev.kindred.embedding.Embedding;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Searches on two threads at once. */
final class TwoThreads {
  private TwoThreads() {}

  /**
   * Both do all of it, from another beginning; how many searches a second that are. When it ends,
   * however it does, neither is searching.
   *
   * @throws CancellationException if it is to end before
   */
  static double perSecond(List<Embedding> queries, Consumer<Embedding> search, Course course) {
    int half = queries.size() / 2;
    long begun = System.nanoTime();
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<?> other = thread.submit(() -> each(queries, half, search, course));
      each(queries, 0, search, course);
      Awaited.result(other);
    }
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
