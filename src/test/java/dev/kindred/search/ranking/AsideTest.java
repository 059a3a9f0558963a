package dev.kindred.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.Waiting;
import dev.kindred.search.ranking.Aside.Pending;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AsideTest {
  private static final Executor AT_ONCE = Runnable::run;

  private final ExecutorService threads = Executors.newFixedThreadPool(3);
  private final List<String> events = new CopyOnWriteArrayList<>();

  @AfterEach
  void endThreads() {
    threads.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsFoundOutIsThereInTheEndAndAFailureToo(boolean hasThreads) {
    try (Aside aside = new Aside(hasThreads ? threads : AT_ONCE)) {
      Pending<Integer> found = aside.begin(() -> 7);
      Pending<Integer> failed =
          aside.begin(() -> {
            throw new IllegalStateException("as it was");
          });
      Pending<Integer> after = aside.begin(() -> 8);
      assertThat(found.result()).isEqualTo(7);
      assertThatThrownBy(failed::result)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("as it was");
      assertThat(after.result()).isEqualTo(8);
    }
  }

  @Test
  void anotherThreadFindsItOutWhileThisOneGoesOn() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (Aside aside = new Aside(threads)) {
      Pending<Thread> thread =
          aside.begin(() -> {
            begun.countDown();
            Waiting.on(goOn);
            return Thread.currentThread();
          });
      Waiting.on(begun);
      goOn.countDown();
      assertThat(thread.result()).isNotEqualTo(Thread.currentThread());
    }
  }

  @Test
  void withoutThreadsItIsFoundOutAtOnceByThisOne() {
    try (Aside aside = new Aside(AT_ONCE)) {
      assertThat(aside.begin(Thread::currentThread).result()).isEqualTo(Thread.currentThread());
    }
  }

  @Test
  void oneThingIsFoundOutAfterTheOtherHoweverManyThreadsThereAre() {
    CountDownLatch allBegun = new CountDownLatch(1);
    try (Aside aside = new Aside(threads)) {
      for (int i = 0; i < 20; i++) {
        String name = "work " + i;
        var _ =
            aside.begin(() -> {
              Waiting.on(allBegun);
              events.add(name + " begins");
              return events.add(name + " ends");
            });
      }
      allBegun.countDown();
    }
    assertThat(events).hasSize(40);
    for (int i = 0; i < 20; i++) {
      assertThat(events.subList(2 * i, 2 * i + 2))
          .containsExactly("work " + i + " begins", "work " + i + " ends");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void closingWaitsForWhatNobodyAskedTheResultOf(boolean fails) {
    CountDownLatch closing = new CountDownLatch(1);
    Thread closer = Thread.currentThread();
    try (Aside aside = new Aside(threads)) {
      var _ =
          aside.begin(() -> {
            Waiting.on(closing);
            events.add("found out");
            if (fails) {
              throw new IllegalStateException("that nobody hears of");
            }
            return 1;
          });
      threads.execute(() -> {
        Waiting.until("it is being closed", () -> closer.getState() == Thread.State.WAITING);
        closing.countDown();
      });
    }
    assertThat(events).containsExactly("found out");
  }
}
