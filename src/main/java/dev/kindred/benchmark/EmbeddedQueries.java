package dev.kindred.benchmark;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Workers;
import java.util.List;
import java.util.concurrent.CancellationException;

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
    long begun = System.nanoTime();
    new Workers(embedder.workers())
        .each(
            queries,
            query -> {
              course.advance(1);
              return embedder.query(query);
            });
    return (System.nanoTime() - begun) / 1e9;
  }
}
