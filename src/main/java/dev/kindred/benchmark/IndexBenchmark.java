package dev.kindred.benchmark;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Fills an index and searches it: by what users get, by its library alone, and by looking at every
 * vector, in turns. Runs once; owns nothing of what it uses.
 */
public final class IndexBenchmark {
  static final int LIMIT = 10;
  private static final int ROUNDS = 3;
  private static final int JUDGED = 200;
  private static final List<Integer> BREADTHS = List.of(20, 50, 100, 200, 400);

  private final PaperIndex index;
  private final Runnable settle;
  private final Graph graph;
  private final Course course;

  /**
   * Takes an index that is empty.
   *
   * @param settle waits until the index has done what it does in the background
   */
  public IndexBenchmark(PaperIndex index, Runnable settle, Graph graph, Course course) {
    this.index = index;
    this.settle = settle;
    this.graph = graph;
    this.course = course;
  }

  /** Measures. */
  public IndexReport run(VectorSet set) {
    IndexReport.Build build = build(set);
    List<Embedding> queries = set.queries();
    List<Embedding> judged = queries.subList(0, Math.min(JUDGED, queries.size()));
    try (IndexView view = index.view()) {
      Consumer<Embedding> product = query -> view.nearest(query, LIMIT, Filter.NONE);
      int breadth = graph.breadth(LIMIT);
      Consumer<Embedding> bare = query -> graph.visited(query, LIMIT, breadth);
      course.begin("searching", judged.size() + (2 * ROUNDS + 4) * queries.size(), "queries");
      HeapUse.begin();
      timed(queries, product);
      timed(queries, bare);
      long exactBegun = System.nanoTime();
      List<Set<PaperId>> truth = judged.stream().map(query -> exactly(view, query)).toList();
      double exact = judged.size() / ((System.nanoTime() - exactBegun) / 1e9);
      List<Long> ofProduct = new ArrayList<>();
      List<Long> ofBare = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        ofProduct.addAll(timed(queries, product));
        ofBare.addAll(timed(queries, bare));
      }
      double onTwoThreads = TwoThreads.perSecond(queries, product, course);
      long most = HeapUse.most();
      return new IndexReport(
          build,
          new IndexReport.Search(
              recall(judged, truth, query -> ids(view.nearest(query, LIMIT, Filter.NONE))),
              Latencies.of(ofProduct)),
          onTwoThreads,
          new IndexReport.Search(
              recall(judged, truth, query -> graph.nearest(query, LIMIT, breadth)),
              Latencies.of(ofBare)),
          exact,
          breadth,
          BREADTHS.stream().map(ef -> point(judged, truth, ef)).toList(),
          graph.segments(),
          HeapUse.living(),
          most);
    }
  }

  private IndexReport.Build build(VectorSet set) {
    course.begin("filling", set.count(), "vectors");
    long begun = System.nanoTime();
    VectorFill.fill(index, set, course);
    long filled = System.nanoTime();
    course.begin("merging", 0, "segments");
    settle.run();
    return new IndexReport.Build(
        set.count(), set.real(), (filled - begun) / 1e9, (System.nanoTime() - filled) / 1e9);
  }

  private IndexReport.Point point(List<Embedding> judged, List<Set<PaperId>> truth, int ef) {
    long begun = System.nanoTime();
    double visited =
        judged.stream().mapToLong(query -> graph.visited(query, LIMIT, ef)).average().orElse(0);
    double perSecond = judged.size() / ((System.nanoTime() - begun) / 1e9);
    return new IndexReport.Point(
        ef, recall(judged, truth, query -> graph.nearest(query, LIMIT, ef)), visited, perSecond);
  }

  private Set<PaperId> exactly(IndexView view, Embedding query) {
    course.advance(1);
    return new HashSet<>(ids(view.nearestExactly(query, LIMIT, Filter.NONE)));
  }

  private static List<PaperId> ids(List<Hit> hits) {
    return hits.stream().map(Hit::id).toList();
  }

  private List<Long> timed(List<Embedding> queries, Consumer<Embedding> search) {
    List<Long> nanos = new ArrayList<>(queries.size());
    for (Embedding query : queries) {
      long begun = System.nanoTime();
      search.accept(query);
      nanos.add(System.nanoTime() - begun);
      course.advance(1);
    }
    return nanos;
  }

  private static double recall(
      List<Embedding> queries,
      List<Set<PaperId>> truth,
      Function<Embedding, List<PaperId>> search) {
    int found = 0;
    int wanted = 0;
    for (int i = 0; i < queries.size(); i++) {
      found += (int) search.apply(queries.get(i)).stream().filter(truth.get(i)::contains).count();
      wanted += truth.get(i).size();
    }
    return (double) found / wanted;
  }
}
