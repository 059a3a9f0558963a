package dev.kindred.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.benchmark.Clients.Drive;
import dev.kindred.footprint.ResidentMemory;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.paper.json.PaperJson;
import java.util.List;
import java.util.OptionalLong;

/** What clients saw of a server. */
public final class ServeReport {
  private final String model;
  private final List<Drive> drives;
  private final List<Double> embedding;
  private final Drive cached;
  private final Latencies latencies;
  private final Latencies cachedLatencies;
  private final OptionalLong resident = ResidentMemory.ofThisProcess();

  /**
   * @throws Unavailable if all were refused of what is new, or of what is known
   */
  ServeReport(String model, List<Drive> drives, List<Double> embedding, Drive cached) {
    this.model = model;
    this.drives = List.copyOf(drives);
    this.embedding = List.copyOf(embedding);
    this.cached = cached;
    this.latencies = latencies(drives);
    this.cachedLatencies = latencies(List.of(cached));
  }

  private static Latencies latencies(List<Drive> drives) {
    List<Long> nanos = drives.stream().flatMap(drive -> drive.nanos().stream()).toList();
    if (nanos.isEmpty()) {
      throw new Unavailable(
          "the server refused all of %d queries"
              .formatted(drives.stream().mapToInt(Drive::refused).sum()));
    }
    return Latencies.of(nanos);
  }

  public String model() {
    return model;
  }

  public int queries() {
    return latencies.count();
  }

  /** Of new queries. */
  public double queriesPerSecond() {
    return latencies.count()
        / drives.stream().mapToDouble(drive -> drive.usage().wallSeconds()).sum();
  }

  /** Of the same queries, embedded and nothing more. */
  public double embeddingBoundQueriesPerSecond() {
    return drives.stream().mapToInt(Drive::asked).sum()
        / embedding.stream().mapToDouble(Double::doubleValue).sum();
  }

  public double share() {
    return queriesPerSecond() / embeddingBoundQueriesPerSecond();
  }

  public Latencies latencies() {
    return latencies;
  }

  public double cachedQueriesPerSecond() {
    return cached.answeredPerSecond();
  }

  public Latencies cachedLatencies() {
    return cachedLatencies;
  }

  /** Of the process, server and clients, in the end. */
  public OptionalLong residentBytes() {
    return resident;
  }

  public int refused() {
    return cached.refused() + drives.stream().mapToInt(Drive::refused).sum();
  }

  /** The clients' own part of all CPU time on the cores, of new queries. */
  private double clientShare() {
    double wall = drives.stream().mapToDouble(drive -> drive.usage().wallSeconds()).sum();
    double cpu = drives.stream().mapToDouble(drive -> drive.usage().cpuSeconds()).sum();
    return cpu / (wall * Runtime.getRuntime().availableProcessors());
  }

  private double bytesAnAnswer() {
    return (double) drives.stream().mapToLong(Drive::bytes).sum() / latencies.count();
  }

  /** As {@code bench serve --json} answers. */
  public ObjectNode json(int papers, int clients, Setup setup) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    json.put("benchmark", "serve").put("model", model);
    json.put("papers", papers).put("clients", clients).put("queries", queries());
    json.put("queries_per_second", Rounded.of(queriesPerSecond()));
    json.put("embedding_bound_queries_per_second", Rounded.of(embeddingBoundQueriesPerSecond()));
    json.put("share_of_embedding_bound", Rounded.of(share()));
    json.put("p50_ms", Rounded.of(latencies.p50()));
    json.put("p99_ms", Rounded.of(latencies.p99()));
    json.put("cached_queries_per_second", Rounded.of(cachedQueriesPerSecond()));
    json.put("cached_p50_ms", Rounded.of(cachedLatencies.p50()));
    json.put("cached_p99_ms", Rounded.of(cachedLatencies.p99()));
    json.put("refused", refused());
    json.put("bytes_per_answer", Math.round(bytesAnAnswer()));
    json.put("client_share_of_cpu", Rounded.of(clientShare()));
    resident.ifPresent(bytes -> json.put("resident_bytes", bytes));
    setup.addTo(json);
    return json;
  }
}
