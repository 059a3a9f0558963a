package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.Waiting;
import dev.kindred.paper.Rejection.Unavailable;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AdmissionTest {
  /** Never asked for anything. */
  private static final Context REQUEST =
      (Context)
          Proxy.newProxyInstance(
              Context.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (_, method, _) -> {
                throw new AssertionError(method);
              });

  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger now = new AtomicInteger();
  private final CountDownLatch goOn = new CountDownLatch(1);

  private void handle(Context request) {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    Waiting.on(goOn);
    now.decrementAndGet();
  }

  @Test
  void noMoreAreComputedAtOnceThanThereArePlacesAndTheOthersWait() throws Exception {
    Handler limited = new Admission(2, 10, Duration.ofSeconds(50)).limited(this::handle);
    try (ExecutorService clients = Executors.newFixedThreadPool(6)) {
      List<Future<?>> requests = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        requests.add(
            clients.submit(() -> {
              limited.handle(REQUEST);
              return null;
            }));
      }
      Waiting.until("two are let in", () -> now.get() == 2);
      goOn.countDown();
      for (Future<?> request : requests) {
        request.get();
      }
    }
    assertThat(most).hasValue(2);
  }

  @Test
  void whoWouldWaitTooLongOrBehindTooManyIsToldToComeAgain() throws Exception {
    Handler impatient = new Admission(1, 1, Duration.ofMillis(1)).limited(this::handle);
    Handler crowded = new Admission(1, 0, Duration.ofSeconds(50)).limited(this::handle);
    try (ExecutorService clients = Executors.newFixedThreadPool(1)) {
      Future<?> first =
          clients.submit(() -> {
            impatient.handle(REQUEST);
            return null;
          });
      Waiting.until("one is let in", () -> now.get() == 1);
      assertThatThrownBy(() -> impatient.handle(REQUEST))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("waited 1 ms; try again");
      assertThatThrownBy(() -> crowded.handle(REQUEST))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("searches are waiting already");
      goOn.countDown();
      first.get();
    }
  }

  @Test
  void aPlaceIsFreeAgainAfterAFailure() throws Exception {
    Admission admission = new Admission(1, 1, Duration.ofMillis(1));
    assertThatThrownBy(() ->
            admission
                .limited(_ -> {
                  throw new IllegalStateException("a bug");
                })
                .handle(REQUEST))
        .isInstanceOf(IllegalStateException.class);
    goOn.countDown();
    admission.limited(this::handle).handle(REQUEST);
    assertThat(most).hasValue(1);
  }
}
