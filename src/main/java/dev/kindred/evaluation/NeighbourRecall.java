package dev.kindred.evaluation;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.paper.PaperId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the index's own search for near vectors misses.
 *
 * @param recall the share of the ten nearest that are among the ten it finds, mean over queries
 * @param throughGraph whether it went by a graph; a small collection it looks through, and misses
 *     nothing
 */
public record NeighbourRecall(double recall, boolean throughGraph) {
  private static final int DEPTH = 10;

  /** Of one query, 0 to 1. */
  static double of(IndexView view, Embedding query) {
    List<Hit> nearest = view.nearestExactly(query, DEPTH, Filter.NONE);
    Set<PaperId> found =
        view.nearest(query, DEPTH, Filter.NONE).stream().map(Hit::id).collect(Collectors.toSet());
    long both = nearest.stream().filter(hit -> found.contains(hit.id())).count();
    return nearest.isEmpty() ? 1 : (double) both / nearest.size();
  }
}
