package dev.kindred.ingest;

import java.time.Duration;
import java.util.Optional;

/**
 * How embedding goes.
 *
 * @param pending papers that wait
 * @param perSecond papers embedded a second, of late; 0 when nothing has been embedded of late
 * @param timeLeft until nothing is pending at that rate; empty while no rate is known
 */
public record EmbeddingProgress(int pending, double perSecond, Optional<Duration> timeLeft) {

  static EmbeddingProgress of(int pending, double perSecond) {
    if (pending == 0) {
      return new EmbeddingProgress(0, perSecond, Optional.of(Duration.ZERO));
    }
    if (perSecond <= 0) {
      return new EmbeddingProgress(pending, 0, Optional.empty());
    }
    Duration left = Duration.ofMillis(Math.round(1000 * pending / perSecond));
    return new EmbeddingProgress(pending, perSecond, Optional.of(left));
  }
}
