package dev.kindred.benchmark;

import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;

/**
 * Fills an index and searches it: by what users get, by its library alone, and by looking at every
 * vector, in turns. Runs once; owns nothing of what it uses.
 */
public final class IndexBenchmark {
  private final PaperIndex index;
  private final Runnable compact;
  private final Graph graph;
  private final Course course;

  /**
   * Takes an index that is empty.
   *
   * @param compact puts what was written in order, as the index does in the background
   */
  public IndexBenchmark(PaperIndex index, Runnable compact, Graph graph, Course course) {
    this.index = index;
    this.compact = compact;
    this.graph = graph;
    this.course = course;
  }

  /** Measures. */
  public IndexReport run(VectorSet set) {
    IndexReport.Build build = build(set);
    try (IndexView view = index.view()) {
      return new GraphSearches(view, graph, set.count(), set.queries(), course).report(build);
    }
  }

  private IndexReport.Build build(VectorSet set) {
    course.begin("filling", set.count(), "vectors");
    long begun = System.nanoTime();
    VectorFill.fill(index, set, course);
    long filled = System.nanoTime();
    course.begin("merging", 0, "segments");
    compact.run();
    return new IndexReport.Build(
        set.count(), set.real(), (filled - begun) / 1e9, (System.nanoTime() - filled) / 1e9);
  }
}
