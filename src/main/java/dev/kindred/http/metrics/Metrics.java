package dev.kindred.http.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/**
 * Numbers of a running server, as Prometheus reads them. They hold no question, no address and no
 * name of anybody. Thread-safe; to note a request takes some microseconds.
 */
public final class Metrics implements AutoCloseable {
  /** Of {@link #text}: Prometheus's text format. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final RequestMeters requests = new RequestMeters(registry);
  private final SearchMeters searches;
  private final CollectionMeters collection;
  private final ProcessMeters process = new ProcessMeters(registry);

  public Metrics(Watched watched) {
    searches = new SearchMeters(registry, watched.activity().searches());
    collection = new CollectionMeters(registry, watched);
    Gauge.builder("kindred.searches.waiting", watched, now -> now.waiting().getAsInt())
        .description("Searches that wait to be let in")
        .register(registry);
    Gauge.builder("kindred.ready", watched, now -> now.ready().getAsBoolean() ? 1 : 0)
        .description("1 when the first search has been answered")
        .register(registry);
    Gauge.builder("kindred.build", () -> 1)
        .tag("version", watched.version())
        .tag("model", watched.index().identity().compatible().model())
        .description("1; which version of the program runs, and its model")
        .register(registry);
  }

  /**
   * Notes a request that was answered.
   *
   * @param route the template of its address, never the address itself
   */
  public void answered(String method, String route, int status, Duration took) {
    requests.answered(method, route, status, took);
  }

  /** Notes a search that was answered. */
  public void answered(SearchKind kind, SearchStages took) {
    searches.answered(kind, took);
  }

  /** All numbers as they are now. */
  public String text() {
    collection.look();
    return registry.scrape();
  }

  @Override
  public void close() {
    process.close();
    registry.close();
  }
}
