package dev.kindred.benchmark;

import dev.kindred.embedding.Embedder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Embeds queries and does nothing else with them, on as many threads as the embedder has workers.
 */
final class EmbeddedQueries {
  private EmbeddedQueries() {}

  /**
   * How long that takes, in seconds.
   *
   * @throws CancellationException if it is to end before
   */
  static double seconds(List<String> queries, Embedder embedder, Course course) {
    AtomicInteger next = new AtomicInteger();
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(embedder.workers())) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < embedder.workers(); i++) {
        running.add(threads.submit(() -> worker(queries, embedder, next, course)));
      }
      running.forEach(Awaited::result);
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void worker(
      List<String> queries, Embedder embedder, AtomicInteger next, Course course) {
    for (int i = next.getAndIncrement(); i < queries.size(); i = next.getAndIncrement()) {
      embedder.query(queries.get(i));
      course.advance(1);
    }
  }
}
