package dev.kindred.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddingRateTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void theRateIsThatOfTheLastMinute() {
    EmbeddingRate rate = new EmbeddingRate();
    rate.begin(NOON);
    assertThat(rate.perSecond()).isZero();
    for (int second = 2; second <= 60; second += 2) {
      rate.add(NOON.plusSeconds(second), 40);
    }
    assertThat(rate.perSecond()).isCloseTo(20, within(1e-9));
    for (int second = 62; second <= 200; second += 2) {
      rate.add(NOON.plusSeconds(second), 10);
    }
    assertThat(rate.perSecond()).isCloseTo(5, within(1e-9));
  }

  @Test
  void aPauseDoesNotCount() {
    EmbeddingRate rate = new EmbeddingRate();
    rate.begin(NOON);
    rate.add(NOON.plusSeconds(1), 10);
    rate.begin(NOON.plusSeconds(1_000));
    rate.add(NOON.plusSeconds(1_002), 10);
    assertThat(rate.perSecond()).isCloseTo(5, within(1e-9));
  }

  @Test
  void theTimeLeftFollowsFromTheRate() {
    assertThat(EmbeddingProgress.of(100, 20).timeLeft()).contains(Duration.ofSeconds(5));
    assertThat(EmbeddingProgress.of(0, 0).timeLeft()).contains(Duration.ZERO);
    assertThat(EmbeddingProgress.of(100, 0).timeLeft()).isEqualTo(Optional.empty());
  }
}
