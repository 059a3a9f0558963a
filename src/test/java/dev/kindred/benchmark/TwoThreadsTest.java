package dev.kindred.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.Waiting;
import dev.kindred.embedding.Embedding;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TwoThreadsTest {
  private static final List<Embedding> QUERIES = GeneratedVectors.synthetic(16, 1).subList(0, 10);

  private final Course course = new Course();
  private final AtomicInteger searching = new AtomicInteger();

  @Test
  void bothThreadsSearchForAll() {
    AtomicInteger searches = new AtomicInteger();

    assertThat(TwoThreads.perSecond(QUERIES, _ -> searches.incrementAndGet(), course)).isPositive();
    assertThat(searches).hasValue(20);
  }

  @Test
  void whenItIsStoppedNeitherThreadSearchesAnyMore() {
    AtomicInteger searches = new AtomicInteger();
    CountDownLatch otherSearches = new CountDownLatch(1);
    CountDownLatch otherMayEnd = new CountDownLatch(1);
    Executor soon = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);
    Consumer<Embedding> search =
        _ -> {
          searching.incrementAndGet();
          if (searches.incrementAndGet() == 1) {
            Waiting.on(otherSearches);
            course.stop();
            soon.execute(otherMayEnd::countDown);
          } else {
            otherSearches.countDown();
            Waiting.on(otherMayEnd);
          }
          searching.decrementAndGet();
        };

    assertThatThrownBy(() -> TwoThreads.perSecond(QUERIES, search, course))
        .isInstanceOf(CancellationException.class);
    assertThat(searching).hasValue(0);
  }
}
