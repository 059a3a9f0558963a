package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
  private static final ProgressLine HALF =
      new ProgressLine(
          "importing",
          Optional.of(.5),
          "1,200 entries",
          812.4,
          Optional.of(Duration.ofSeconds(67)));

  @Test
  void aTerminalGetsABar() {
    assertThat(HALF.bar(80))
        .isEqualTo("importing [############------------]  50 %  1,200 entries, 812/s, 1:07 left");
  }

  @Test
  void aBarNeverWrapsIntoTheNextLine() {
    assertThat(HALF.bar(40)).hasSize(39);
  }

  @Test
  void aLogGetsAPlainLine() {
    assertThat(HALF.plain()).isEqualTo("importing  50 %  1,200 entries, 812/s, 1:07 left");
  }

  @Test
  void whatIsNotKnownIsNotSaid() {
    ProgressLine unknown =
        new ProgressLine("importing", Optional.empty(), "3 entries", 0, Optional.empty());
    assertThat(unknown.bar(80)).isEqualTo("importing 3 entries");
  }

  @Test
  void itIsAHundredPerCentOnlyInTheEnd() {
    ProgressLine almost =
        new ProgressLine("embedding", Optional.of(.9999), "x", 0, Optional.empty());
    assertThat(almost.plain()).isEqualTo("embedding  99 %  x");
  }

  @ParameterizedTest
  @CsvSource({"7, 0:07", "750, 12:30", "11040, 3:04:00", "360000, 100:00:00"})
  void timesAreReadAsOnAClock(long seconds, String clock) {
    assertThat(ProgressLine.clock(Duration.ofSeconds(seconds))).isEqualTo(clock);
  }
}
