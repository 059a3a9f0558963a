package dev.kindred.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CosineBandTest {
  private static final CosineBand BAND = new CosineBand(.56, .9, 1_000);

  @Test
  void noiseIsAtZeroAndAMatchAtOne() {
    assertThat(BAND.position(.56, 1_000)).isZero();
    assertThat(BAND.position(.9, 1_000)).isEqualTo(1);
    assertThat(BAND.position(.73, 1_000)).isEqualTo(.5, within(1e-9));
  }

  @Test
  void theNoiseRisesAsTheCollectionGrowsAndAMatchStaysOne() {
    assertThat(BAND.position(.6264, 77_041)).isCloseTo(0, within(1e-3));
    assertThat(BAND.position(.9, 77_041)).isEqualTo(1, within(1e-9));
    assertThat(BAND.position(.56, 10)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"1", "10", "1000000", "2147483647"})
  void aCosineStandsHigherThanALowerOneWhateverTheSize(int papers) {
    assertThat(BAND.position(.7, papers)).isGreaterThan(BAND.position(.6, papers));
    assertThat(BAND.position(.7, papers)).isFinite();
  }

  @ParameterizedTest
  @CsvSource({
    ".9,.9,10",
    ".9,.91,10",
    ".5,1.1,10",
    "-1.1,.5,10",
    "NaN,.9,10",
    ".5,NaN,10",
    ".5,.9,0"
  })
  void whatIsNoBandIsRefused(double noise, double match, int papers) {
    assertThat(CosineBand.isUsable(noise, match, papers)).isFalse();
    assertThatThrownBy(() -> new CosineBand(noise, match, papers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no band");
  }
}
