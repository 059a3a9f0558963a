package dev.kindred.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private Instant now = Instant.parse("2030-01-01T00:00:00Z");
  private final RateLimit limit = new RateLimit(6, () -> now);

  @Test
  void aMinutesWorthMayComeAtOnceAndNoMore() {
    for (int left = 5; left >= 0; left--) {
      RateLimit.Taken taken = limit.take("a");
      assertThat(taken.isAllowed()).isTrue();
      assertThat(taken.left()).isEqualTo(left);
    }
    assertThat(limit.take("a")).isEqualTo(new RateLimit.Taken(false, 0, Duration.ofSeconds(10)));
    assertThat(limit.take("b").isAllowed()).as("another client").isTrue();
  }

  @Test
  void timeBringsMoreSteadily() {
    for (int i = 0; i < 6; i++) {
      limit.take("a");
    }
    now = now.plusSeconds(9);
    assertThat(limit.take("a").isAllowed()).isFalse();
    now = now.plusSeconds(1);
    assertThat(limit.take("a").isAllowed()).isTrue();
    assertThat(limit.take("a").isAllowed()).isFalse();
  }

  @Test
  void whoIsRefusedPaysNothing() {
    for (int i = 0; i < 100; i++) {
      limit.take("a");
    }
    now = now.plusSeconds(60);
    assertThat(limit.take("a").left()).isEqualTo(5);
  }
}
