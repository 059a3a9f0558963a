package dev.kindred.http.metrics;

import dev.kindred.footprint.FolderSize;
import dev.kindred.index.Counts;
import dev.kindred.index.IndexView;
import dev.kindred.ingest.EmbeddingProgress;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/** How the collection is, as it was when it was last looked at. */
final class CollectionMeters {
  private final Watched watched;
  private volatile Optional<Look> last = Optional.empty();

  /** What one look sees, so that its numbers fit each other. */
  private record Look(
      Counts counts,
      int withSentences,
      int segments,
      EmbeddingProgress embedding,
      double bytes,
      double freeBytes) {
    static Look at(Watched watched) {
      EmbeddingProgress embedding = watched.progress().get();
      Path store = watched.store();
      try (IndexView view = watched.index().view()) {
        return new Look(
            view.counts(),
            view.papersWithSentenceVectors(),
            view.segments(),
            embedding,
            orNone(FolderSize.of(store)),
            orNone(FolderSize.freeBeside(store)));
      }
    }
  }

  CollectionMeters(MeterRegistry registry, Watched watched) {
    this.watched = watched;
    papers(registry, "embedded", look -> look.counts().embedded());
    papers(registry, "pending", look -> look.counts().pending());
    papers(registry, "failed", look -> look.counts().failed());
    gauge("truncated.papers", look -> look.counts().truncated())
        .description("Embedded papers that were longer than the model reads")
        .register(registry);
    gauge("sentence.papers", Look::withSentences)
        .description("Papers whose sentences are embedded")
        .register(registry);
    gauge("embedding.rate", look -> look.embedding().perSecond())
        .description("Papers embedded a second, of late")
        .register(registry);
    gauge("index.segments", Look::segments).description("Segments of the index").register(registry);
    gauge("store.size", Look::bytes)
        .baseUnit("bytes")
        .description("What the files of the store take together")
        .register(registry);
    gauge("store.free", Look::freeBytes)
        .baseUnit("bytes")
        .description("Room that is left on the disk of the store")
        .register(registry);
    FunctionCounter.builder(
            "kindred.papers.rejected",
            watched.activity().rejections(),
            rejections -> (double) rejections.total())
        .description("Papers that clients sent and that were not taken")
        .register(registry);
  }

  /** Looks again. */
  void look() {
    last = Optional.of(Look.at(watched));
  }

  private void papers(MeterRegistry registry, String state, ToDoubleFunction<Look> number) {
    gauge("papers", number)
        .tag("state", state)
        .description("Papers of the collection, by how far they are embedded")
        .register(registry);
  }

  private Gauge.Builder<CollectionMeters> gauge(String name, ToDoubleFunction<Look> number) {
    return Gauge.builder(
        "kindred." + name,
        this,
        meters -> meters.last.map(number::applyAsDouble).orElse(Double.NaN));
  }

  private static double orNone(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : Double.NaN;
  }
}
