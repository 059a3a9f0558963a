package dev.kindred.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiscountedGainTest {
  private static final List<Integer> JUDGED = List.of(0, 1, 2);

  @Test
  void aPerfectRankingScoresOne() {
    assertThat(DiscountedGain.normalised(List.of(2, 1, 0), JUDGED, 10)).isEqualTo(1);
  }

  @Test
  void theGainIsLinearAndDiscountedByTheLogarithmOfTheRank() {
    double swapped = (1 + 2 / (Math.log(3) / Math.log(2))) / (2 + 1 / (Math.log(3) / Math.log(2)));

    assertThat(DiscountedGain.normalised(List.of(1, 2), JUDGED, 10))
        .isCloseTo(swapped, within(1e-12));
  }

  @Test
  void aRelevantPaperOnTheThirdRankIsWorthHalf() {
    assertThat(DiscountedGain.normalised(List.of(0, 0, 1), List.of(1), 10))
        .isCloseTo(.5, within(1e-12));
  }

  @Test
  void whatStandsBehindTheCutDoesNotCount() {
    assertThat(DiscountedGain.normalised(List.of(0, 2), JUDGED, 1)).isZero();
  }

  @Test
  void theIdealIsCutAtTheSameDepth() {
    assertThat(DiscountedGain.normalised(List.of(1), List.of(1, 1, 1), 1)).isEqualTo(1);
  }

  @Test
  void aNegativeJudgementIsWorthNoMoreAndNoLessThanNone() {
    assertThat(DiscountedGain.normalised(List.of(-1, 2, 1), List.of(2, 1, -1), 10))
        .isEqualTo(DiscountedGain.normalised(List.of(0, 2, 1), JUDGED, 10));
  }

  @Test
  void aQueryWithoutRelevantPapersScoresNothing() {
    assertThat(DiscountedGain.normalised(List.of(0, 0), List.of(0, -1), 10)).isZero();
  }
}
