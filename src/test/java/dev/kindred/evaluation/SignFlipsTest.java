package dev.kindred.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignFlipsTest {
  @Test
  void fiveGainsAndNoLossAreChanceInTwoOfThirtyTwoCases() {
    assertThat(SignFlips.p(new double[] {.1, .1, .1, .1, .1}, 1)).isEqualTo(2 / 32.);
  }

  @Test
  void allFlipsAreCountedOutByHand() {
    // Of ±1 ±2 ±4 these are at least as far from 0 as 1 + 2 - 4 = -1: all eight.
    assertThat(SignFlips.p(new double[] {1, 2, -4}, 1)).isEqualTo(1);
    // And as far as -1 + 2 + 4 = 5: 7, 5 and their opposites.
    assertThat(SignFlips.p(new double[] {-1, 2, 4}, 1)).isEqualTo(.5);
  }

  @Test
  void theTestIsTwoSided() {
    double[] worse = {-.1, -.2, -.3, -.1};
    double[] better = Arrays.stream(worse).map(difference -> -difference).toArray();
    assertThat(SignFlips.p(worse, 1)).isEqualTo(SignFlips.p(better, 1)).isEqualTo(2 / 16.);
  }

  @Test
  void equalRankersDoNotDiffer() {
    assertThat(SignFlips.p(new double[50], 1)).isEqualTo(1);
  }

  @Test
  void queriesWithoutADifferenceChangeNothing() {
    double[] padded = Arrays.copyOf(new double[] {.1, .1, .1, .1, .1}, 100);
    assertThat(SignFlips.p(padded, 1)).isEqualTo(2 / 32.);
  }

  @Test
  void manyDifferencesAreSampledAndGiveWhatCountingWouldGive() {
    // Of 20 equal differences 15 gains and 5 losses: P(|gains - 10| >= 5) = 0.0414 (binomial).
    double[] differences = new double[20];
    Arrays.fill(differences, 0, 15, 1);
    Arrays.fill(differences, 15, 20, -1);
    assertThat(SignFlips.p(differences, 7)).isCloseTo(.0414, within(.006));
  }

  @Test
  void theSmallestSampledValueIsOneInAllSamples() {
    double[] differences = new double[40];
    Arrays.fill(differences, .01);
    assertThat(SignFlips.p(differences, 1)).isEqualTo(1. / (SignFlips.SAMPLES + 1));
  }

  @Test
  void theSameSeedGivesTheSameValue() {
    double[] differences = new Random(3).doubles(30, -.5, .6).toArray();
    assertThat(SignFlips.p(differences, 5)).isEqualTo(SignFlips.p(differences, 5));
  }
}
