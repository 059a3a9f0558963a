package dev.kindred.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.benchmark.StartedServer.Start;
import dev.kindred.paper.json.PaperJson;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What starting took, with the AOT cache and without it. */
public record StartReport(List<Start> with, List<Start> without) {
  public StartReport {
    with = List.copyOf(with);
    without = List.copyOf(without);
  }

  /** The median of the times. */
  public static double millis(List<Start> starts) {
    return median(starts, Start::millis);
  }

  /** The median of the CPU times. */
  public static double cpuMillis(List<Start> starts) {
    return median(starts, Start::cpuMillis);
  }

  private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
    double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  public double ratio() {
    return millis(with) / millis(without);
  }

  /**
   * As {@code bench start --json} answers.
   *
   * @param cacheBytes the size of the AOT cache
   * @param isBuilt whether it is the one of the build, not one that was made for this
   */
  public ObjectNode json(long cacheBytes, boolean isBuilt, Setup setup) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    json.put("benchmark", "start").put("rounds", with.size());
    json.put("with_cache_ms", Rounded.of(millis(with)));
    json.put("without_cache_ms", Rounded.of(millis(without)));
    json.put("ratio", Rounded.of(ratio()));
    json.put("with_cache_cpu_ms", Rounded.of(cpuMillis(with)));
    json.put("without_cache_cpu_ms", Rounded.of(cpuMillis(without)));
    all(with, json.putArray("with_cache_all_ms"));
    all(without, json.putArray("without_cache_all_ms"));
    with.getLast().residentBytes().ifPresent(bytes -> json.put("resident_bytes", bytes));
    json.putObject("cache").put("bytes", cacheBytes).put("of_the_build", isBuilt);
    setup.addTo(json);
    return json;
  }

  private static void all(List<Start> starts, ArrayNode into) {
    starts.forEach(start -> into.add(Rounded.of(start.millis())));
  }
}
