package dev.kindred.search.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.embedding.CosineBand;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandMeasurementTest {
  @Test
  void theBandGoesFromTheLowerQuarterOfTheQuestionsToTheMiddleOfTheTitles() {
    List<Double> questions = List.of(.8, .5, .54, .6, .58);

    assertThat(BandMeasurement.of(questions, List.of(.95, .7, .9), 120))
        .contains(new CosineBand(.54, .9, 120));
  }

  @Test
  void questionsThatTheCollectionAnswersDoNotMoveTheNoise() {
    List<Double> foreign = List.of(.5, .5, .5, .5, .5);
    List<Double> halfAnswered = List.of(.5, .5, .5, .9, .9);

    assertThat(BandMeasurement.of(halfAnswered, List.of(.9), 120))
        .isEqualTo(BandMeasurement.of(foreign, List.of(.9), 120));
  }

  @Test
  void titlesThatAreNoNearerThanQuestionsMakeNoBand() {
    assertThat(BandMeasurement.of(List.of(.8), List.of(.81), 120)).isEmpty();
    assertThat(BandMeasurement.of(List.of(.8), List.of(.5), 120)).isEmpty();
  }

  @Test
  void aQuantileLiesBetweenItsNeighbours() {
    assertThat(BandMeasurement.quantile(List.of(4.0, 1.0, 2.0), .25)).isEqualTo(1.5, within(1e-12));
    assertThat(BandMeasurement.quantile(List.of(4.0), .25)).isEqualTo(4);
  }
}
