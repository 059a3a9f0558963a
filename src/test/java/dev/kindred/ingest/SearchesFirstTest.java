package dev.kindred.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SearchesFirstTest {
  /** The nanoseconds of a monotonic clock may begin anywhere, and overflow. */
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);

  private final SearchesFirst searches = new SearchesFirst(now::get, Duration.ofMillis(300));
  private final List<String> seen = new CopyOnWriteArrayList<>();

  @Test
  void eachSearchTakesAPlace() {
    assertThat(SearchesFirst.mayBegin(2, 0, 1, true)).isTrue();
    assertThat(SearchesFirst.mayBegin(2, 0, 2, true)).isFalse();
    assertThat(SearchesFirst.mayBegin(2, 1, 0, true)).isTrue();
    assertThat(SearchesFirst.mayBegin(2, 1, 1, true)).isFalse();
    assertThat(SearchesFirst.mayBegin(2, 3, 0, true)).isFalse();
  }

  @Test
  void whoHasWaitedLongGoesOnAloneBesideSearches() {
    assertThat(SearchesFirst.mayBegin(2, 3, 0, false)).isTrue();
    assertThat(SearchesFirst.mayBegin(2, 1, 1, false)).isFalse();
  }

  @Test
  void workBeginsAfterTheSearchesThatCameBeforeIt() {
    CountDownLatch answered = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      threads.execute(() -> search("search", answered));
      Waiting.until("it is searched", () -> seen.contains("search"));
      threads.execute(() -> searches.work(1, () -> seen.add("work")));
      assertThat(searches.<String>search(() -> "at once")).isEqualTo("at once");
      assertThat(seen).containsExactly("search");

      answered.countDown();
      Waiting.until("the search has ended", () -> seen.contains("search has ended"));
      now.addAndGet(Duration.ofMillis(21).toNanos());
    }
    assertThat(seen).containsExactly("search", "search has ended", "work");
  }

  @Test
  void aSearchDoesNotWaitForWork() {
    CountDownLatch answered = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
      threads.execute(() ->
          searches.work(
              1,
              () -> {
                seen.add("work");
                Waiting.on(answered);
              }));
      Waiting.until("it is worked", () -> seen.contains("work"));
      searches.search(() -> seen.add("search"));
      answered.countDown();
    }
    assertThat(seen).containsExactly("work", "search");
  }

  @Test
  void workThatWaitedLongGoesOnBesideASearch() {
    CountDownLatch worked = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      threads.execute(() -> search("search", worked));
      Waiting.until("it is searched", () -> seen.contains("search"));
      threads.execute(() ->
          searches.work(
              1,
              () -> {
                seen.add("work");
                worked.countDown();
              }));
      Waiting.until(
          "its patience ends",
          () -> {
            now.addAndGet(Duration.ofMillis(100).toNanos());
            return seen.contains("work");
          });
    }
    assertThat(seen).containsExactly("search", "work", "search has ended");
  }

  @Test
  void aSearchThatFailsHasEnded() {
    assertThatThrownBy(() ->
            searches.search(() -> {
              throw new IllegalStateException("a bug");
            }))
        .isInstanceOf(IllegalStateException.class);
    now.addAndGet(Duration.ofMillis(21).toNanos());
    searches.work(1, () -> seen.add("work"));
    assertThat(seen).containsExactly("work");
  }

  private void search(String name, CountDownLatch answered) {
    searches.search(() -> {
      seen.add(name);
      Waiting.on(answered);
      return seen.add(name + " has ended");
    });
  }
}
