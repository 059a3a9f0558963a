package dev.kindred.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final Duration NEARLY = LIFETIME.minusMillis(1);

  private final TestClock clock = new TestClock();
  private final RecentlyUsed<String, Integer> kept = new RecentlyUsed<>(clock, LIFETIME, 10);

  @Test
  void whatWasPutIsThereForItsLifetimeHoweverOftenItIsAskedFor() {
    kept.put("a", 1, 1);
    clock.goOn(NEARLY);
    assertThat(kept.get("a")).contains(1);
    clock.goOn(Duration.ofMillis(1));
    assertThat(kept.get("a")).isEmpty();
  }

  @Test
  void whatIsTouchedLivesOn() {
    kept.put("a", 1, 1);
    for (int i = 0; i < 3; i++) {
      clock.goOn(NEARLY);
      kept.touch("a");
    }
    assertThat(kept.get("a")).contains(1);
    clock.goOn(LIFETIME);
    kept.touch("a");
    assertThat(kept.get("a")).as("touched too late").isEmpty();
  }

  @Test
  void whatWasTouchedLongestAgoMakesRoom() {
    kept.put("a", 1, 5);
    kept.put("b", 2, 5);
    kept.touch("a");
    kept.put("c", 3, 5);
    assertThat(kept.get("a")).contains(1);
    assertThat(kept.get("b")).isEmpty();
    assertThat(kept.get("c")).contains(3);
  }

  @Test
  void whatIsPutAgainWeighsOnce() {
    kept.put("a", 1, 5);
    kept.put("b", 2, 5);
    kept.put("a", 3, 5);
    kept.touch("b");
    assertThat(kept.get("a")).contains(3);
    assertThat(kept.get("b")).contains(2);
  }

  @Test
  void whatIsHeavierThanTheRoomIsNotKeptAndTakesNoneFromOthers() {
    kept.put("a", 1, 5);
    kept.put("b", 2, 5);
    kept.put("heavy", 3, 11);
    assertThat(kept.get("heavy")).isEmpty();
    assertThat(kept.get("a")).contains(1);
    assertThat(kept.get("b")).contains(2);
  }

  @Test
  void whatIsReplacedByWhatCannotBeKeptIsGone() {
    kept.put("a", 1, 5);
    kept.put("a", 2, 11);
    assertThat(kept.get("a")).isEmpty();
    kept.put("b", 3, 10);
    assertThat(kept.get("b")).contains(3);
  }
}
