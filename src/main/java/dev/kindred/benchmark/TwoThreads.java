package dev.kindred.benchmark;

import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.Workers;
import java.util.List;
import java.util.concurrent.CancellationException;
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
    new Workers(2).each(List.of(0, half), from -> each(queries, from, search, course));
    return 2 * queries.size() / ((System.nanoTime() - begun) / 1e9);
  }

  private static int each(
      List<Embedding> queries, int from, Consumer<Embedding> search, Course course) {
    for (int i = 0; i < queries.size(); i++) {
      search.accept(queries.get((from + i) % queries.size()));
      course.advance(1);
    }
    return queries.size();
  }
}
