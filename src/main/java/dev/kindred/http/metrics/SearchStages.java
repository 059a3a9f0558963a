package dev.kindred.http.metrics;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a search took, stage by stage.
 *
 * @param waited until it was let in
 * @param searched finding the papers: embedding the query, ranking, and reading a page of them
 * @param written making the answer of them
 */
public record SearchStages(Duration waited, Duration searched, Duration written) {
  /** A stage and its name. */
  record Stage(String name, Duration took) {}

  Stream<Stage> each() {
    return Stream.of(
        new Stage("wait", waited), new Stage("search", searched), new Stage("answer", written));
  }

  public Duration total() {
    return waited.plus(searched).plus(written);
  }

  /** As the header {@code Server-Timing} has it (W3C), in milliseconds. */
  public String serverTiming() {
    return Stream.concat(each(), Stream.of(new Stage("total", total())))
        .map(stage -> "%s;dur=%s".formatted(stage.name(), millis(stage.took())))
        .collect(Collectors.joining(", "));
  }

  /** The same for a line of the log. */
  public String inWords() {
    return Stream.concat(each(), Stream.of(new Stage("total", total())))
        .map(stage -> "%s=%sms".formatted(stage.name(), millis(stage.took())))
        .collect(Collectors.joining(" "));
  }

  private static String millis(Duration took) {
    return String.format(Locale.ROOT, "%.1f", took.toNanos() / 1e6);
  }
}
