package dev.kindred.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void whatIsDoneNeverFallsFromOneListToTheNext() {
    Workers workers = new Workers(1);
    assertThat(workers.each(List.of("a", "b"), _ -> workers.done())).containsExactly(0, 1);
    assertThat(workers.each(List.of("c", "d"), _ -> workers.done())).containsExactly(2, 3);
    assertThat(workers.done()).isEqualTo(4);
  }
}
