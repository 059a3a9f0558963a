package dev.kindred.http.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who changed something or was refused, and which keys are in use, in the logger {@code
 * kindred.audit}. Never says a secret. Thread-safe.
 */
final class AuditLog {
  private static final Logger log = LoggerFactory.getLogger("kindred.audit");

  /** A key in steady use is noted as often as this. */
  private static final Duration USE_NOTED_EVERY = Duration.ofHours(1);

  private static final int MAX_NOTED = 10_000;

  private final Cache<String, Boolean> noted;

  AuditLog(InstantSource clock) {
    this.noted =
        Caffeine.newBuilder()
            .maximumSize(MAX_NOTED)
            .expireAfterWrite(USE_NOTED_EVERY)
            .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
            .executor(Runnable::run)
            .build();
  }

  /** A key was used. */
  void use(Caller caller) {
    caller
        .key()
        .ifPresent(key -> {
          String use = key.id() + " " + caller.address().getHostAddress();
          if (noted.asMap().putIfAbsent(use, true) == null) {
            log.info(
                "use key={} name={} role={} address={}",
                key.id(),
                Quoted.of(key.name()),
                key.role(),
                caller.address().getHostAddress());
          }
        });
  }

  /** Somebody was not let in. */
  void refused(InetAddress address, Context ctx, Rejection refusal) {
    log.warn(
        "refused address={} {} {}: {}",
        address.getHostAddress(),
        ctx.req().getMethod(),
        Quoted.of(ctx.path()),
        Quoted.of(refusal.reason()));
  }

  /** Something was to be changed. */
  void done(Caller caller, Context ctx) {
    log.info(
        "write key={} address={} {} {} status={}",
        caller.name(),
        caller.address().getHostAddress(),
        ctx.req().getMethod(),
        Quoted.of(ctx.path()),
        ctx.statusCode());
  }
}
