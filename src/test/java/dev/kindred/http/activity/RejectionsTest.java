package dev.kindred.http.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.TestClock;
import dev.kindred.http.activity.Rejections.How;
import dev.kindred.http.activity.Rejections.Rejected;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RejectionsTest {
  private final TestClock clock = new TestClock();
  private final Rejections rejections = new Rejections(clock);

  @Test
  void allAreCountedAndTheLastHundredKept() {
    for (int i = 0; i < 150; i++) {
      rejections.add(Optional.of("p" + i), "no title", How.BATCH);
    }

    assertThat(rejections.total()).isEqualTo(150);
    assertThat(rejections.latest()).hasSize(100);
    assertThat(rejections.latest().getFirst())
        .isEqualTo(new Rejected(clock.instant(), Optional.of("p149"), "no title", How.BATCH));
    assertThat(rejections.latest().getLast().id()).contains("p50");
  }

  @Test
  void longTextsAreCutBetweenCharacters() {
    rejections.add(Optional.of("x".repeat(299) + "𝔸".repeat(9)), "y".repeat(5_000), How.PUT);

    Rejected kept = rejections.latest().getFirst();
    assertThat(kept.id()).contains("x".repeat(299) + "…");
    assertThat(kept.reason()).isEqualTo("y".repeat(300) + "…");
  }
}
