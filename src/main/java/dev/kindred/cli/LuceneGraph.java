package dev.kindred.cli;

import dev.kindred.benchmark.Graph;
import dev.kindred.embedding.Embedding;
import dev.kindred.index.lucene.BareGraph;
import dev.kindred.paper.PaperId;
import java.util.List;

/** Lucene's own search of the graph, for a benchmark that knows no library. */
record LuceneGraph(BareGraph graph) implements Graph {
  @Override
  public int breadth(int limit) {
    return graph.breadth(limit);
  }

  @Override
  public int segments() {
    return graph.segments();
  }

  @Override
  public long bytes() {
    return graph.bytes();
  }

  @Override
  public long visited(Embedding query, int limit, int breadth) {
    return graph.visited(query, limit, breadth);
  }

  @Override
  public List<PaperId> nearest(Embedding query, int limit, int breadth) {
    return graph.nearest(query, limit, breadth);
  }
}
