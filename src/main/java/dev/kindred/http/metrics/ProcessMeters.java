package dev.kindred.http.metrics;

import dev.kindred.footprint.ResidentMemory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.util.OptionalLong;

/** What the process takes of the machine: memory, collections of garbage, threads, time, files. */
final class ProcessMeters implements AutoCloseable {
  private final JvmGcMetrics collections = new JvmGcMetrics();

  ProcessMeters(MeterRegistry registry) {
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    Gauge.builder("process.resident.memory", ProcessMeters::residentBytes)
        .baseUnit("bytes")
        .description("What the process has in memory, its mapped files included")
        .register(registry);
  }

  private static double residentBytes() {
    OptionalLong bytes = ResidentMemory.ofThisProcess();
    return bytes.isPresent() ? bytes.getAsLong() : Double.NaN;
  }

  @Override
  public void close() {
    collections.close();
  }
}
