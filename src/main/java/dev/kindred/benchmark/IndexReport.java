package dev.kindred.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.footprint.ResidentMemory;
import dev.kindred.paper.json.PaperJson;
import java.util.List;

/**
 * What an index was found to be.
 *
 * @param queries how many different ones were asked
 * @param index what users get, on one thread
 * @param onTwoThreads searches a second of the same
 * @param bare the library's own search, as wide as users' (HNSW's ef)
 * @param bareLatencies of the same, in turns with the index
 * @param exactPerSecond searches a second by looking at every vector
 * @param curve the library's own search at several widths
 * @param diskBytes what the whole index takes
 */
public record IndexReport(
    Build build,
    int queries,
    Search index,
    double onTwoThreads,
    Point bare,
    Latencies bareLatencies,
    double exactPerSecond,
    List<Point> curve,
    int segments,
    long diskBytes,
    Heap heap) {
  public IndexReport {
    curve = List.copyOf(curve);
  }

  /**
   * How it was filled.
   *
   * @param real how many of the vectors were given, not generated
   * @param fillSeconds until the last write was durable
   * @param compactSeconds until merging had ended
   */
  public record Build(int vectors, int real, double fillSeconds, double compactSeconds) {
    public double vectorsPerSecond() {
      return vectors / (fillSeconds + compactSeconds);
    }
  }

  /** One way of searching, on one thread. */
  public record Search(double recall, Latencies latencies) {
    public double perSecond() {
      return 1e3 / latencies.mean();
    }
  }

  /**
   * A point of the curve.
   *
   * @param visited vectors that were looked at, mean over queries
   */
  public record Point(int breadth, double recall, double visited, double perSecond) {}

  /**
   * In bytes.
   *
   * @param living what is needed in the end
   * @param most what each part of the heap held at most while searching, garbage included
   */
  public record Heap(long living, long most) {}

  /** The library's own search, as it was timed in turns with the index. */
  public Search bareSearch() {
    return new Search(bare.recall, bareLatencies);
  }

  /** As {@code bench index --json} answers. */
  public ObjectNode json(String base, Setup setup) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    json.put("benchmark", "index").put("vectors", build.vectors);
    json.put("base", base).put("of_the_base", build.real).put("queries", queries);
    search(index, json);
    json.put("queries_per_second_two_threads", Rounded.of(onTwoThreads));
    json.put("ef", bare.breadth).put("visited", Rounded.of(bare.visited));
    json.put("segments", segments);
    search(bareSearch(), json.putObject("bare"));
    json.put("share_of_bare", Rounded.of(index.perSecond() / bareSearch().perSecond()));
    json.putObject("exact").put("queries_per_second", Rounded.of(exactPerSecond));
    ArrayNode points = json.putArray("curve");
    curve.forEach(point -> point(point, points.addObject()));
    json.put("build_vectors_per_second", Rounded.of(build.vectorsPerSecond()));
    json.put("fill_seconds", Rounded.of(build.fillSeconds));
    json.put("compact_seconds", Rounded.of(build.compactSeconds));
    json.put("disk_bytes", diskBytes);
    json.put("heap_living_bytes", heap.living).put("heap_most_bytes", heap.most);
    ResidentMemory.ofThisProcess().ifPresent(bytes -> json.put("resident_bytes", bytes));
    setup.addTo(json);
    return json;
  }

  private static void search(Search search, ObjectNode json) {
    json.put("recall@10", Rounded.of(search.recall));
    json.put("queries_per_second", Rounded.of(search.perSecond()));
    json.put("p50_ms", Rounded.of(search.latencies.p50()));
    json.put("p99_ms", Rounded.of(search.latencies.p99()));
  }

  private static void point(Point point, ObjectNode json) {
    json.put("ef", point.breadth)
        .put("recall@10", Rounded.of(point.recall))
        .put("visited", Rounded.of(point.visited))
        .put("queries_per_second", Rounded.of(point.perSecond));
  }
}
