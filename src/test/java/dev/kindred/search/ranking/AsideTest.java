package dev.kindred.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.Waiting;
import dev.kindred.search.ranking.Aside.Pending;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AsideTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsFoundOutIsThereInTheEndAndAFailureToo(boolean hasThread) {
    try (Aside aside = new Aside(hasThread)) {
      Pending<Integer> found = aside.begin(() -> 7);
      Pending<Integer> failed =
          aside.begin(() -> {
            throw new IllegalStateException("as it was");
          });
      assertThat(found.result()).isEqualTo(7);
      assertThatThrownBy(failed::result)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("as it was");
    }
  }

  @Test
  void anotherThreadFindsItOutWhileThisOneGoesOn() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (Aside aside = new Aside(true)) {
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
  void withoutAThreadItIsFoundOutAtOnceByThisOne() {
    try (Aside aside = new Aside(false)) {
      assertThat(aside.begin(Thread::currentThread).result()).isEqualTo(Thread.currentThread());
    }
  }
}
