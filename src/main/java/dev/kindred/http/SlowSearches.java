package dev.kindred.http;

import dev.kindred.http.metrics.SearchKind;
import dev.kindred.http.metrics.SearchStages;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log, as {@code kindred.slow}, of searches that took long: of what kind they were and
 * what their stages took, never what was asked.
 *
 * @param from how long is long; zero if none is to be told of
 */
public record SlowSearches(Duration from) {
  public static final SlowSearches UNTOLD = new SlowSearches(Duration.ZERO);

  private static final Logger log = LoggerFactory.getLogger("kindred.slow");

  void note(SearchKind kind, SearchStages took, int total) {
    if (isTold(took.total())) {
      log.warn(
          "slow kind={} mode={} list={} results={} {}",
          kind.kind(),
          kind.mode(),
          kind.list(),
          total,
          took.inWords());
    }
  }

  boolean isTold(Duration took) {
    return !from.isZero() && took.compareTo(from) >= 0;
  }
}
