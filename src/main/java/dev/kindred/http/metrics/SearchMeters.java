package dev.kindred.http.metrics;

import dev.kindred.http.activity.Searches;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.ToDoubleFunction;

/** What searches were answered, and what they took. */
final class SearchMeters {
  private final MeterProvider<Timer> times;
  private final MeterProvider<Timer> stages;

  SearchMeters(MeterRegistry registry, Searches searches) {
    times =
        Timer.builder("kindred.search")
            .description("Answered searches, from the understood request to the answer")
            .serviceLevelObjectives(Buckets.all())
            .withRegistry(registry);
    stages =
        Timer.builder("kindred.search.stage")
            .description("What answered searches took, stage by stage")
            .withRegistry(registry);
    count(registry, "answered", searches, all -> all.totals().answered());
    count(registry, "failed", searches, all -> all.totals().failed());
    count(registry, "refused", searches, all -> all.totals().refused());
    FunctionCounter.builder(
            "kindred.searches.in.vain", searches, all -> (double) all.totals().inVain())
        .description("Questions without a result that fits")
        .register(registry);
  }

  private static void count(
      MeterRegistry registry, String outcome, Searches searches, ToDoubleFunction<Searches> total) {
    FunctionCounter.builder("kindred.searches", searches, total)
        .tag("outcome", outcome)
        .description("Searches since the process began, by what became of them")
        .register(registry);
  }

  void answered(SearchKind kind, SearchStages took) {
    times
        .withTags("kind", kind.kind(), "mode", kind.mode(), "list", kind.list())
        .record(took.total());
    took.each().forEach(stage -> stages.withTag("stage", stage.name()).record(stage.took()));
  }
}
