package dev.kindred.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final double[] HALF_ONES = new double[400];

  static {
    Arrays.fill(HALF_ONES, 0, 200, 1);
  }

  @Test
  void equalValuesLeaveNoDoubt() {
    assertThat(Interval.ofMean(new double[] {.25, .25, .25}, 1)).isEqualTo(new Interval(.25, .25));
  }

  @Test
  void itIsAsWideAsTheNormalDistributionSays() {
    // Standard error of the mean: .5 / sqrt(400) = .025; 1.96 of it to either side.
    Interval interval = Interval.ofMean(HALF_ONES, 1);
    assertThat(interval.from()).isCloseTo(.5 - .049, within(.004));
    assertThat(interval.to()).isCloseTo(.5 + .049, within(.004));
  }

  @Test
  void theSeedDecidesAboutItsBounds() {
    double[] values = {.1, .9, .3, .35, .77, .5, .61};
    assertThat(Interval.ofMean(values, 4)).isEqualTo(Interval.ofMean(values, 4));
    assertThat(Interval.ofMean(values, 4)).isNotEqualTo(Interval.ofMean(values, 5));
  }
}
