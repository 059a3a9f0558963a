package dev.kindred.http.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.TestClock;
import dev.kindred.search.Fit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SearchesTest {
  private final TestClock clock = new TestClock();
  private final Searches searches = new Searches(clock);

  private void search(String question, long millis, int total, Optional<Fit> fit) {
    searches.add(
        new Searched(
            clock.instant(), Duration.ofMillis(millis), Optional.of(question), total, fit));
  }

  @Test
  void beforeTheFirstSearchThereIsNothingToTell() {
    assertThat(searches.report())
        .isEqualTo(
            new Searches.Report(0, 0, 0, 0, Duration.ZERO, Duration.ZERO, List.of(), List.of()));
  }

  @Test
  void halfOfTheSearchesTookAtMostTheMedian() {
    for (int millis = 1; millis <= 100; millis++) {
      search("q" + millis, millis, 1, Optional.empty());
    }

    Searches.Report report = searches.report();

    assertThat(report.p50()).isEqualTo(Duration.ofMillis(50));
    assertThat(report.p99()).isEqualTo(Duration.ofMillis(99));
    assertThat(report.slowest())
        .extracting(slow -> slow.question().orElseThrow())
        .containsExactly("q100", "q99", "q98", "q97", "q96");
  }

  @Test
  void onlyTheLastThousandAreRemembered() {
    search("slow", 9_000, 0, Optional.empty());
    for (int i = 0; i < 1_000; i++) {
      search("quick", 1, 1, Optional.empty());
    }

    Searches.Report report = searches.report();

    assertThat(report.answered()).isEqualTo(1_001);
    assertThat(report.slowest().getFirst().took()).isEqualTo(Duration.ofMillis(1));
    assertThat(report.inVain()).isEmpty();
  }

  @Test
  void aSearchIsInVainWithoutAPaperOrWhereNothingFits() {
    search("no paper", 1, 0, Optional.empty());
    search("nothing fits", 1, 200, Optional.of(Fit.NONE));
    search("weak", 1, 200, Optional.of(Fit.WEAK));
    searches.add(
        new Searched(clock.instant(), Duration.ZERO, Optional.empty(), 0, Optional.empty()));

    assertThat(searches.report().inVain())
        .extracting(search -> search.question().orElseThrow())
        .containsExactly("nothing fits", "no paper");
  }

  @Test
  void theRateIsThatOfTheLastFiveMinutes() {
    search("first", 1, 1, Optional.empty());
    assertThat(searches.report().perMinute()).isEqualTo(1);

    clock.goOn(Duration.ofMinutes(2));
    search("second", 1, 1, Optional.empty());
    assertThat(searches.report().perMinute()).isEqualTo(1);

    clock.goOn(Duration.ofMinutes(4));
    assertThat(searches.report().perMinute()).isEqualTo(1 / 5.0);

    clock.goOn(Duration.ofMinutes(5));
    assertThat(searches.report().perMinute()).isZero();
  }

  @Test
  void searchesOfManyThreadsAreAllCounted() {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4_000; i++) {
        threads.execute(() -> search("q", 1, 1, Optional.empty()));
      }
    }

    assertThat(searches.report().answered()).isEqualTo(4_000);
    assertThat(searches.report().perMinute()).isEqualTo(4_000);
  }
}
