package dev.kindred.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Rejection.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SharedMakingTest {
  private static final int ASKING = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SharedMaking<String, Object> shared = new SharedMaking<>();
  private final AtomicInteger makings = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private final Queue<Object> outcomes = new ConcurrentLinkedQueue<>();

  /** What each of the threads gets, or what is thrown at it. */
  private List<Object> askedAtOnce(Supplier<Object> making) throws InterruptedException {
    for (int i = 0; i < ASKING; i++) {
      threads.add(Thread.ofPlatform().unstarted(() -> outcomes.add(outcome(making))));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      assertThat(thread.join(PATIENCE)).isTrue();
    }
    return List.copyOf(outcomes);
  }

  private Object outcome(Supplier<Object> making) {
    try {
      return shared.of("it", making);
    } catch (RuntimeException | Error failure) {
      return failure;
    }
  }

  /** Counts itself, and ends when all the other threads wait for it. */
  private void awaitTheOthers() {
    makings.incrementAndGet();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (threads.stream().filter(SharedMakingTest::isWaiting).count() < ASKING - 1) {
      assertThat(Instant.now()).as("the others wait before").isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING;
  }

  @Test
  void thoseWhoAskAtTheSameTimeShareOneMaking() throws InterruptedException {
    List<Object> things =
        askedAtOnce(() -> {
          awaitTheOthers();
          return new Object();
        });
    assertThat(things).hasSize(ASKING).containsOnly(things.getFirst());
    assertThat(makings).hasValue(1);
  }

  @Test
  void aFailureIsSharedToo() throws InterruptedException {
    Unavailable overload = new Unavailable("too much at once");
    List<Object> failures =
        askedAtOnce(() -> {
          awaitTheOthers();
          throw overload;
        });
    assertThat(failures).hasSize(ASKING).containsOnly(overload);
    assertThat(makings).hasValue(1);
  }

  @Test
  void anErrorIsThrownAtThoseWhoWaitAsItIs() throws InterruptedException {
    OutOfMemoryError full = new OutOfMemoryError("for the test");
    assertThat(
            askedAtOnce(() -> {
              awaitTheOthers();
              throw full;
            }))
        .hasSize(ASKING)
        .containsOnly(full);
  }

  @Test
  void whatWasMadeOrFailedIsNotKept() {
    assertThatThrownBy(() ->
            shared.of(
                "it",
                () -> {
                  throw new Unavailable("too much at once");
                }))
        .isInstanceOf(Unavailable.class);
    assertThat(shared.of("it", () -> "first")).isEqualTo("first");
    assertThat(shared.of("it", () -> "second")).isEqualTo("second");
  }

  @Test
  void differentThingsDoNotWaitForEachOther() {
    assertThat(shared.of("it", () -> shared.of("another", () -> "made"))).isEqualTo("made");
  }
}
