package dev.kindred.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.map.MapState.Stage;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class MapPaceTest {
  private final CountDownLatch closing = new CountDownLatch(1);

  private MapPace pace(boolean quiet, boolean importing) {
    return new MapPace(() -> quiet, () -> importing, closing, _ -> {});
  }

  @Test
  void aMapIsMadeSlowlyWhereSearchesNeverCease() {
    MapPace pace = pace(false, false);
    assertThat(pace.mayGoOn(Duration.ZERO)).isFalse();
    assertThat(pace.mayGoOn(Duration.ofSeconds(1))).isTrue();
    assertThat(pace.mayGoOn(Duration.ofHours(1))).isTrue();
  }

  @Test
  void aMapIsGivenUpWhenAnImportGoesOn() {
    MapPace pace = pace(true, true);
    assertThat(pace.mayGoOn(Duration.ofMinutes(5))).isFalse();
    assertThatThrownBy(() -> pace.mayGoOn(Duration.ofMinutes(6)))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void closingEndsTheWait() {
    MapPace pace = pace(true, true);
    closing.countDown();
    assertThatThrownBy(
            () -> {
              while (true) {
                pace.at(Stage.LAYOUT, .5);
              }
            })
        .isInstanceOf(CancellationException.class);
  }
}
