package dev.kindred.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscountedGainTest {
  private static final Map<String, Integer> JUDGED = Map.of("a", 2, "b", 1, "c", 0);

  @Test
  void aPerfectRankingScoresOne() {
    assertThat(DiscountedGain.normalised(Map.of("a", .9, "b", .8, "c", .1), JUDGED, 10))
        .isEqualTo(1);
  }

  @Test
  void theGainIsLinearAndDiscountedByTheLogarithmOfTheRank() {
    double swapped = (1 + 2 / (Math.log(3) / Math.log(2))) / (2 + 1 / (Math.log(3) / Math.log(2)));

    assertThat(DiscountedGain.normalised(Map.of("b", .9, "a", .8), JUDGED, 10))
        .isCloseTo(swapped, within(1e-12));
  }

  @Test
  void whatStandsBehindTheCutDoesNotCount() {
    assertThat(DiscountedGain.normalised(Map.of("x", .9, "a", .8), JUDGED, 1)).isZero();
  }

  @Test
  void ofEqualScoresTheGreaterIdComesFirst() {
    assertThat(DiscountedGain.normalised(Map.of("z", .5, "a", .5), JUDGED, 1)).isZero();
    assertThat(DiscountedGain.normalised(Map.of("A", .5, "a", .5), JUDGED, 1)).isEqualTo(1);
  }

  @Test
  void aQueryWithoutRelevantPapersScoresNothing() {
    assertThat(DiscountedGain.normalised(Map.of("c", .9), Map.of("c", 0), 10)).isZero();
  }
}
