package dev.kindred.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.benchmark.Clients.Drive;
import dev.kindred.paper.Rejection.Unavailable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServeReportTest {
  private static final Usage SECOND = new Usage(0, 1_000_000_000, 0);
  private static final Drive ANSWERED = new Drive(3, 1, List.of(1_000L, 3_000L), 9, SECOND);
  private static final Drive REFUSED = new Drive(4, 4, List.of(), 0, SECOND);

  @Test
  void whatWasRefusedIsCountedBesideWhatWasAnswered() {
    ServeReport report = new ServeReport("m", List.of(ANSWERED, REFUSED), List.of(1.0), ANSWERED);

    assertThat(report.queries()).isEqualTo(2);
    assertThat(report.queriesPerSecond()).isEqualTo(1);
    assertThat(report.refused()).isEqualTo(6);
  }

  @Test
  void whoIsRefusedEachTimeIsToldSo() {
    assertThatThrownBy(
            () -> new ServeReport("m", List.of(REFUSED, REFUSED), List.of(1.0), ANSWERED))
        .isInstanceOf(Unavailable.class)
        .hasMessage("the server refused all of 8 queries");
    assertThatThrownBy(() -> new ServeReport("m", List.of(ANSWERED), List.of(1.0), REFUSED))
        .isInstanceOf(Unavailable.class);
  }
}
