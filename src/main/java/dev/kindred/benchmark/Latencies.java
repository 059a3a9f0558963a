package dev.kindred.benchmark;

import java.util.Arrays;
import java.util.List;

/** How long each of several things took. Immutable; they are sorted. */
public final class Latencies {
  private final long[] nanos;

  private Latencies(long[] sorted) {
    this.nanos = sorted;
  }

  /**
   * @throws IllegalArgumentException if there is none
   */
  static Latencies of(List<Long> nanos) {
    if (nanos.isEmpty()) {
      throw new IllegalArgumentException("nothing was timed");
    }
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Latencies(sorted);
  }

  /** The least time that so great a share needed at most (nearest rank), in milliseconds. */
  public double percentile(double share) {
    int rank = (int) Math.ceil(share * nanos.length);
    return nanos[Math.max(0, rank - 1)] / 1e6;
  }

  public double p50() {
    return percentile(.5);
  }

  public double p99() {
    return percentile(.99);
  }

  /** In milliseconds. */
  double mean() {
    return Arrays.stream(nanos).average().orElseThrow() / 1e6;
  }

  public int count() {
    return nanos.length;
  }
}
