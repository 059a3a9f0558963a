package dev.kindred;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on when a test says so. Thread-safe. */
public final class TestClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-05-01T10:00:00Z");

  public void goOn(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
