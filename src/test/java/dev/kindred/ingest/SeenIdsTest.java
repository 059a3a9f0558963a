package dev.kindred.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.PaperId;
import org.junit.jupiter.api.Test;

class SeenIdsTest {
  @Test
  void anIdIsNewOnceHoweverManyThereAre() {
    SeenIds seen = new SeenIds();
    for (int i = 0; i < 100_000; i++) {
      assertThat(seen.add(new PaperId("paper-" + i))).as("paper-%d, first time", i).isTrue();
    }
    for (int i = 0; i < 100_000; i++) {
      assertThat(seen.add(new PaperId("paper-" + i))).as("paper-%d, second time", i).isFalse();
    }
  }
}
