package dev.kindred.search.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceChoiceTest {
  @Test
  void theSentenceWithMostOfTheWordsIsBestWhereverItStands() {
    assertThat(SentenceChoice.byWordsAndPlace(new double[] {.5, .1, .2, .3})).isZero();
    assertThat(SentenceChoice.byWordsAndPlace(new double[] {.1, .1, .2, .5})).isEqualTo(3);
  }

  @Test
  void betweenNearlyEqualOnesTheMatterBeatsTheScene() {
    assertThat(SentenceChoice.byWordsAndPlace(new double[] {.35, .1, .3, .1, .1})).isEqualTo(2);
  }

  @Test
  void ofEqualsInTheSecondHalfTheFirstIsTaken() {
    assertThat(SentenceChoice.byWordsAndPlace(new double[] {0, 0, 0, .2, .2, .2})).isEqualTo(3);
  }

  @Test
  void meaningDecidesWhereWordsAreSilent() {
    double[] silent = new double[4];
    assertThat(SentenceChoice.byWordsPlaceAndMeaning(silent, new double[] {.5, .5, .5, .6}))
        .isEqualTo(3);
    assertThat(SentenceChoice.byWordsPlaceAndMeaning(silent, new double[] {.5, .5, .7, .6}))
        .isEqualTo(2);
  }

  @Test
  void meaningDoesNotOutweighAllOfTheWords() {
    assertThat(
            SentenceChoice.byWordsPlaceAndMeaning(
                new double[] {.1, .1, .6, .1}, new double[] {.5, .5, .5, .9}))
        .isEqualTo(2);
  }

  @Test
  void onlyTheOrderAndSpreadOfCosinesCountSoThatEveryModelIsTreatedAlike() {
    double[] coverage = {.2, .1, .15, .1};
    double[] wide = {.1, .2, .3, .8};
    double[] narrow = {.81, .82, .83, .88};
    assertThat(SentenceChoice.byWordsPlaceAndMeaning(coverage, narrow))
        .isEqualTo(SentenceChoice.byWordsPlaceAndMeaning(coverage, wide));
  }

  @Test
  void theOnlySentenceIsTheBest() {
    assertThat(SentenceChoice.byWordsAndPlace(new double[] {0})).isZero();
    assertThat(SentenceChoice.byWordsPlaceAndMeaning(new double[] {0}, new double[] {.4})).isZero();
  }
}
