package dev.kindred.http.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;

/** What requests there were. Whatever strangers send, there are only so many series. */
final class RequestMeters {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE");

  private static final Set<Integer> REFUSALS = Set.of(401, 403, 429, 503);

  private final MeterProvider<Timer> times;
  private final MeterProvider<Counter> refused;

  RequestMeters(MeterRegistry registry) {
    times =
        Timer.builder("kindred.http.requests")
            .description("Answered requests, by the template of their address")
            .serviceLevelObjectives(Buckets.all())
            .withRegistry(registry);
    refused =
        Counter.builder("kindred.http.refused")
            .description("Requests that were not let in (401, 403, 429) or turned away (503)")
            .withRegistry(registry);
    REFUSALS.forEach(this::refused);
  }

  void answered(String method, String route, int status, Duration took) {
    times
        .withTags(
            "method",
            METHODS.contains(method) ? method : "other",
            "route",
            route,
            "status",
            status / 100 + "xx")
        .record(took);
    if (REFUSALS.contains(status)) {
      refused(status).increment();
    }
  }

  private Counter refused(int status) {
    return refused.withTag("status", String.valueOf(status));
  }
}
