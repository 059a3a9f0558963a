package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.evaluation.Evaluation.Phase;
import dev.kindred.evaluation.Evaluation.Progress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EvaluationDisplayTest {
  private static String shown(Progress progress, Duration elapsed) {
    return EvaluationDisplay.line(progress, elapsed).plain();
  }

  @Test
  void embeddingTellsHowLongTheRestTakes() {
    assertThat(shown(new Progress(Phase.EMBEDDING, 200, 1_000), Duration.ofSeconds(10)))
        .isEqualTo("embedding  20 %  200 of 1,000 papers, 20/s, 0:40 left");
  }

  @Test
  void beforeAnythingIsDoneNoRateIsTold() {
    assertThat(shown(new Progress(Phase.ASKING, 0, 30), Duration.ZERO))
        .isEqualTo("asking   0 %  0 of 30 queries");
  }

  @Test
  void neighboursAreComparedForEachQuery() {
    assertThat(shown(new Progress(Phase.COMPARING, 15, 30), Duration.ofSeconds(3)))
        .isEqualTo("comparing neighbours  50 %  15 of 30 queries, 5.0/s, 0:03 left");
  }

  @Test
  void storingTellsNoNumbers() {
    assertThat(shown(new Progress(Phase.STORING, 0, 0), Duration.ofSeconds(1)))
        .isEqualTo("storing papers");
  }
}
