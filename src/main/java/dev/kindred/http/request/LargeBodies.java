package dev.kindred.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.Rejection.Unavailable;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bodies of up to {@link JsonBody#LARGE} bytes, of which only a few are in memory at once. One that
 * says beforehand that it is small passes at all times. Thread-safe.
 */
public final class LargeBodies {
  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore room = new Semaphore(AT_ONCE, true);

  /** What is done with a body; its memory is counted until that ends. */
  public interface Use {
    void of(JsonNode body) throws IOException;
  }

  /**
   * Reads a body and uses it.
   *
   * @throws Unavailable if too many are there already and none goes in time
   */
  public void read(Context ctx, Use use) throws IOException {
    long bytes = ctx.req().getContentLengthLong();
    if (bytes >= 0 && bytes <= JsonBody.SMALL) {
      use.of(JsonBody.read(ctx, JsonBody.SMALL));
      return;
    }
    enter();
    try {
      use.of(JsonBody.read(ctx, JsonBody.LARGE));
    } finally {
      room.release();
    }
  }

  private void enter() {
    try {
      if (room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw new Unavailable(
        "%d bodies of more than %d bytes are being read already; send this one again later"
            .formatted(AT_ONCE, JsonBody.SMALL));
  }
}
