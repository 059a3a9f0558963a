package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.Waiting;
import dev.kindred.ingest.SearchesFirst;
import dev.kindred.paper.Rejection.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AdmissionTest {
  private static final Duration LONG = Duration.ofSeconds(50);

  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger now = new AtomicInteger();
  private final CountDownLatch goOn = new CountDownLatch(1);

  private String compute() {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    Waiting.on(goOn);
    now.decrementAndGet();
    return "computed";
  }

  @Test
  void noMoreAreComputedAtOnceThanThereArePlacesAndTheOthersWait() throws Exception {
    Admission admission = new Admission(new SearchesFirst(), 2, 10, LONG);
    try (ExecutorService clients = Executors.newFixedThreadPool(6)) {
      List<Future<String>> requests = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        requests.add(clients.submit(() -> admission.admit(this::compute)));
      }
      Waiting.until("two are let in, four wait", () -> now.get() == 2 && admission.waiting() == 4);
      goOn.countDown();
      for (Future<String> request : requests) {
        assertThat(request.get()).isEqualTo("computed");
      }
    }
    assertThat(most).hasValue(2);
  }

  @Test
  void whoWouldWaitTooLongIsToldToComeAgain() throws Exception {
    Admission admission = new Admission(new SearchesFirst(), 1, 1, Duration.ofMillis(1));
    try (ExecutorService clients = Executors.newFixedThreadPool(1)) {
      Future<String> inside = clients.submit(() -> admission.admit(this::compute));
      Waiting.until("one is let in", () -> now.get() == 1);
      assertThatThrownBy(() -> admission.admit(this::compute))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("waited 1 ms; try again");
      goOn.countDown();
      inside.get();
    }
  }

  @Test
  void whoWouldWaitBehindTooManyIsToldToComeAgain() throws Exception {
    Admission admission = new Admission(new SearchesFirst(), 1, 1, LONG);
    try (ExecutorService clients = Executors.newFixedThreadPool(2)) {
      Future<String> inside = clients.submit(() -> admission.admit(this::compute));
      Waiting.until("one is let in", () -> now.get() == 1);
      Future<String> behind = clients.submit(() -> admission.admit(this::compute));
      Waiting.until("one waits", () -> admission.waiting() == 1);
      assertThatThrownBy(() -> admission.admit(this::compute))
          .isInstanceOf(Unavailable.class)
          .hasMessage("1 searches are waiting already; try again");
      goOn.countDown();
      assertThat(inside.get()).isEqualTo("computed");
      assertThat(behind.get()).isEqualTo("computed");
    }
  }

  @Test
  void aFreePlaceIsTakenThoughNobodyMayWait() {
    goOn.countDown();
    assertThat(new Admission(new SearchesFirst(), 1, 0, LONG).admit(this::compute))
        .isEqualTo("computed");
  }

  @Test
  void whoIsInterruptedWhileWaitingIsTurnedAwayAndStaysInterrupted() throws Exception {
    Admission admission = new Admission(new SearchesFirst(), 1, 1, LONG);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(1)) {
      Future<String> inside = clients.submit(() -> admission.admit(this::compute));
      Waiting.until("one is let in", () -> now.get() == 1);
      Thread waiting =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  admission.admit(this::compute);
                } catch (Unavailable turnedAway) {
                  interrupted.complete(Thread.currentThread().isInterrupted());
                } finally {
                  interrupted.complete(false);
                }
              });
      Waiting.until("one waits", () -> admission.waiting() == 1);
      waiting.interrupt();
      assertThat(interrupted.get()).isTrue();
      goOn.countDown();
      inside.get();
    }
  }

  @Test
  void aPlaceIsFreeAgainAfterAFailure() {
    Admission admission = new Admission(new SearchesFirst(), 1, 1, Duration.ofMillis(1));
    assertThatThrownBy(() ->
            admission.admit(() -> {
              throw new IllegalStateException("a bug");
            }))
        .isInstanceOf(IllegalStateException.class);
    goOn.countDown();
    assertThat(admission.admit(this::compute)).isEqualTo("computed");
  }
}
