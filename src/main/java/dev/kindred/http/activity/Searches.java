package dev.kindred.http.activity;

import dev.kindred.search.SearchAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * How searches went since the process began: numbers of all, and the last thousand themselves.
 * Thread-safe; to note a search takes less than a microsecond.
 */
public final class Searches {
  private static final int KEPT = 1_000;

  private final InstantSource clock;
  private final Recent<Searched> recent = new Recent<>(KEPT);
  private final Rate rate;
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong inVain = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  public Searches(InstantSource clock) {
    this.clock = clock;
    this.rate = new Rate(clock.instant());
  }

  public void answered(SearchAnswer answer, Duration took) {
    add(Searched.of(answer, clock.instant(), took));
  }

  void add(Searched search) {
    answered.incrementAndGet();
    if (search.isInVain()) {
      inVain.incrementAndGet();
    }
    recent.add(search);
    synchronized (rate) {
      rate.count(search.at());
    }
  }

  /** Notes one that a fault of ours left without an answer. */
  public void failed() {
    failed.incrementAndGet();
  }

  /** Notes one that was turned away, for there was too much at once. */
  public void refused() {
    refused.incrementAndGet();
  }

  /**
   * How many searches there were since the process began.
   *
   * @param inVain those of the answered that asked something and had no result that fits
   * @param failed those that a fault of ours left without an answer
   * @param refused those that were turned away
   */
  public record Totals(long answered, long inVain, long failed, long refused) {}

  public Totals totals() {
    return new Totals(answered.get(), inVain.get(), failed.get(), refused.get());
  }

  /**
   * How searches went.
   *
   * @param answered how many, as {@code failed} and {@code refused} since the process began
   * @param perMinute how many were answered a minute in the last five
   * @param p50 what half of the last thousand took at most; zero if there were none
   * @param p99 the same of 99 of a hundred
   * @param slowest of the last thousand
   * @param inVain of the last thousand those without a result, the latest first
   */
  public record Report(
      long answered,
      long failed,
      long refused,
      double perMinute,
      Duration p50,
      Duration p99,
      List<Searched> slowest,
      List<Searched> inVain) {
    private static final int SLOWEST = 5;
    private static final int IN_VAIN = 20;

    public Report {
      slowest = List.copyOf(slowest);
      inVain = List.copyOf(inVain);
    }
  }

  public Report report() {
    List<Searched> latest = recent.latestFirst();
    List<Searched> byTime =
        latest.stream().sorted(Comparator.comparing(Searched::took).reversed()).toList();
    return new Report(
        answered.get(),
        failed.get(),
        refused.get(),
        perMinute(clock.instant()),
        percentile(byTime, 50),
        percentile(byTime, 99),
        first(byTime, _ -> true, Report.SLOWEST),
        first(latest, Searched::isInVain, Report.IN_VAIN));
  }

  private double perMinute(Instant now) {
    synchronized (rate) {
      return rate.perMinute(now);
    }
  }

  /** By nearest rank. */
  private static Duration percentile(List<Searched> slowestFirst, int percent) {
    if (slowestFirst.isEmpty()) {
      return Duration.ZERO;
    }
    int rank = Math.ceilDiv(slowestFirst.size() * percent, 100);
    return slowestFirst.get(slowestFirst.size() - rank).took();
  }

  private static List<Searched> first(List<Searched> all, Predicate<Searched> wanted, int most) {
    return all.stream().filter(wanted).limit(most).toList();
  }
}
