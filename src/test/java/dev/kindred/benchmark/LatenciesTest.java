package dev.kindred.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void percentilesAreOfTheNearestRank() {
    List<Long> hundred = LongStream.rangeClosed(1, 100).mapToObj(i -> i * 1_000_000).toList();
    Latencies latencies = Latencies.of(hundred.reversed());

    assertThat(latencies.p50()).isEqualTo(50);
    assertThat(latencies.p99()).isEqualTo(99);
    assertThat(latencies.percentile(1)).isEqualTo(100);
    assertThat(latencies.mean()).isEqualTo(50.5);
  }

  @Test
  void ofOneThingItIsEveryPercentile() {
    Latencies one = Latencies.of(List.of(7_000_000L));

    assertThat(one.p50()).isEqualTo(7);
    assertThat(one.p99()).isEqualTo(7);
  }
}
