package dev.kindred.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class GraphBreadthTest {
  @Test
  void theLeastBreadthThatFindsEnoughIsTaken() throws IOException {
    assertThat(BreadthTrial.least(.98, breadth -> 1 - 1.0 / breadth)).isEqualTo(80);
    assertThat(BreadthTrial.least(.9, breadth -> 1 - 1.0 / breadth)).isEqualTo(20);
  }

  @Test
  void whereNothingFindsEnoughTheWidestIsTaken() throws IOException {
    assertThat(BreadthTrial.least(.98, _ -> .9)).isEqualTo(1_000);
  }

  @Test
  void itIsMeasuredOnceAndAgainWhenATenthHasComeOrGone() {
    assertThat(GraphBreadth.isDue(0, VectorReading.SCANNED_AT_MOST)).isFalse();
    assertThat(GraphBreadth.isDue(0, VectorReading.SCANNED_AT_MOST + 1)).isTrue();
    assertThat(GraphBreadth.isDue(20_000, 22_000)).isFalse();
    assertThat(GraphBreadth.isDue(20_000, 22_001)).isTrue();
    assertThat(GraphBreadth.isDue(20_000, 17_999)).isTrue();
  }

  @Test
  void untilThenItIsWideEnoughForAMillionAndNeverLessThanWhatIsWanted() {
    assertThat(new GraphBreadth().forHits(10)).isEqualTo(GraphBreadth.UNMEASURED);
    assertThat(new GraphBreadth().forHits(300)).isEqualTo(300);
  }
}
