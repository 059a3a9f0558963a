package dev.kindred.benchmark;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The same queries, searched in several ways in one state of an index. Used once. */
final class GraphSearches {
  private static final int LIMIT = 10;
  private static final int ROUNDS = 3;

  /** So many queries are judged at least. */
  private static final int JUDGED = 200;

  /** And as many more as it takes to look at so many vectors, which is half a minute. */
  private static final int LOOKED_AT = 100_000_000;

  private static final List<Integer> BREADTHS = List.of(10, 20, 50, 100, 200, 400);

  private final IndexView view;
  private final Graph graph;
  private final List<Embedding> queries;
  private final List<Embedding> judged;
  private final int breadth;
  private final Course course;
  private final List<Set<PaperId>> truth = new ArrayList<>();
  private final List<Long> ofIndex = new ArrayList<>();
  private final List<Long> ofBare = new ArrayList<>();

  GraphSearches(IndexView view, Graph graph, int vectors, List<Embedding> queries, Course course) {
    this.view = view;
    this.graph = graph;
    this.queries = queries;
    this.judged = queries.subList(0, Math.min(judged(vectors), queries.size()));
    this.breadth = graph.breadth(LIMIT);
    this.course = course;
  }

  /** Few would tell recall to some .02 only. */
  private static int judged(int vectors) {
    return Math.max(JUDGED, LOOKED_AT / vectors);
  }

  IndexReport report(IndexReport.Build build) {
    course.begin("searching", judged.size() + (2 * ROUNDS + 4) * queries.size(), "queries");
    HeapUse.begin();
    timed(this::asUsers);
    timed(this::bare);
    double exact = lookAtAll();
    for (int round = 0; round < ROUNDS; round++) {
      ofIndex.addAll(timed(this::asUsers));
      ofBare.addAll(timed(this::bare));
    }
    double onTwoThreads = TwoThreads.perSecond(queries, this::asUsers, course);
    long most = HeapUse.most();
    return new IndexReport(
        build,
        queries.size(),
        new IndexReport.Search(recall(this::asUsers), Latencies.of(ofIndex)),
        onTwoThreads,
        point(breadth),
        Latencies.of(ofBare),
        exact,
        BREADTHS.stream().map(this::point).toList(),
        graph.segments(),
        graph.bytes(),
        new IndexReport.Heap(HeapUse.living(), most));
  }

  private List<PaperId> asUsers(Embedding query) {
    return ids(view.nearest(query, LIMIT, Filter.NONE));
  }

  private static List<PaperId> ids(List<Hit> hits) {
    return hits.stream().map(Hit::id).toList();
  }

  private void bare(Embedding query) {
    graph.visited(query, LIMIT, breadth);
  }

  /** Finds what is nearest for certain; how many such searches a second there are. */
  private double lookAtAll() {
    long begun = System.nanoTime();
    for (Embedding query : judged) {
      truth.add(
          view.nearestExactly(query, LIMIT, Filter.NONE).stream()
              .map(Hit::id)
              .collect(Collectors.toSet()));
      course.advance(1);
    }
    return judged.size() / seconds(begun);
  }

  private IndexReport.Point point(int ef) {
    long begun = System.nanoTime();
    double visited =
        judged.stream().mapToLong(query -> graph.visited(query, LIMIT, ef)).average().orElseThrow();
    double perSecond = judged.size() / seconds(begun);
    return new IndexReport.Point(
        ef, recall(query -> graph.nearest(query, LIMIT, ef)), visited, perSecond);
  }

  private List<Long> timed(Consumer<Embedding> search) {
    List<Long> nanos = new ArrayList<>(queries.size());
    for (Embedding query : queries) {
      long begun = System.nanoTime();
      search.accept(query);
      nanos.add(System.nanoTime() - begun);
      course.advance(1);
    }
    return nanos;
  }

  private double recall(Function<Embedding, List<PaperId>> search) {
    long found = 0;
    long wanted = 0;
    for (int i = 0; i < judged.size(); i++) {
      found += search.apply(judged.get(i)).stream().filter(truth.get(i)::contains).count();
      wanted += truth.get(i).size();
    }
    return (double) found / wanted;
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
