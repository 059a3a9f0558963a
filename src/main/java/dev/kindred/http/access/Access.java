package dev.kindred.http.access;

import dev.kindred.http.access.RateLimit.Taken;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection;
import dev.kindred.paper.Rejection.Forbidden;
import dev.kindred.paper.Rejection.TooManyRequests;
import dev.kindred.paper.Rejection.Unauthorized;
import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in whom an address is for. Whoever sits at this machine needs no key; all others need one
 * that may do what they want, unless the rules say otherwise. Thread-safe.
 */
public final class Access {
  private static final String SCHEME = "Bearer ";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final KnownKeys keys;
  private final AccessRules rules;
  private final ClientAddress addresses;
  private final Optional<RateLimit> limit;
  private final AuditLog audit;
  private final InstantSource clock;

  public Access(KnownKeys keys, AccessRules rules, InstantSource clock) {
    this.keys = keys;
    this.rules = rules;
    this.addresses = new ClientAddress(rules.proxies());
    this.limit =
        rules.requestsPerMinute() > 0
            ? Optional.of(new RateLimit(rules.requestsPerMinute(), clock))
            : Optional.empty();
    this.audit = new AuditLog(clock);
    this.clock = clock;
  }

  /**
   * Lets a request pass that may do what it wants to, before anything is done for it.
   *
   * @throws Unauthorized if it needs a key that it does not have
   * @throws Forbidden if its key does not suffice
   * @throws TooManyRequests if its sender asks too often
   */
  public void check(Context ctx) {
    Role needed = needed(ctx.routeRoles());
    if (needed == Role.ANYBODY) {
      return;
    }
    InetAddress address =
        addresses.of(
            LocalRequest.of(ctx).peer(),
            headers(ctx, "Forwarded"),
            headers(ctx, "X-Forwarded-For"));
    try {
      Caller caller = caller(ctx, address);
      ctx.attribute(Caller.attribute(), caller);
      limit(ctx, caller);
      require(needed, caller, ctx);
      audit.use(caller);
    } catch (Unauthorized | Forbidden refusal) {
      audit.refused(address, ctx, refusal);
      throw refusal;
    }
  }

  /** Notes a request that wanted to change something, and what became of it. */
  public void noteOutcome(Context ctx) {
    Caller caller = ctx.attribute(Caller.attribute());
    boolean isReading = READING.contains(ctx.req().getMethod());
    if (caller != null && !isReading && needed(ctx.routeRoles()).includes(Role.WRITE)) {
      audit.done(caller, ctx);
    }
  }

  /** What nobody has thought of is for those who may do everything. */
  private static Role needed(Set<RouteRole> roles) {
    return roles.stream()
        .filter(Role.class::isInstance)
        .map(Role.class::cast)
        .findFirst()
        .orElse(Role.ADMIN);
  }

  private static List<String> headers(Context ctx, String name) {
    return Collections.list(ctx.req().getHeaders(name));
  }

  private Caller caller(Context ctx, InetAddress address) {
    Optional<String> given = Optional.ofNullable(ctx.header("Authorization"));
    if (given.isPresent()) {
      return withKey(given.get(), ctx, address);
    }
    Optional<String> objection = LocalRequest.of(ctx).objection();
    return objection.isEmpty()
        ? new Caller(address, Optional.empty(), Role.ADMIN, true)
        : new Caller(address, Optional.empty(), rules.withoutKey(), false);
  }

  private Caller withKey(String authorization, Context ctx, InetAddress address) {
    Optional<ApiKey> found =
        authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            ? keys.find(authorization.substring(SCHEME.length()).strip())
            : Optional.empty();
    if (found.isEmpty()) {
      limit(ctx, new Caller(address, Optional.empty(), Role.ANYBODY, false));
      throw new Unauthorized(
          "the key in the header Authorization is not known here; it must be \"Bearer\" and a key"
              + " that kindred keys has made");
    }
    ApiKey key = found.get();
    if (!key.isValid(clock.instant())) {
      throw new Unauthorized(
          "the key %s %s"
              .formatted(
                  key.id(),
                  key.revoked()
                      .map(since -> "was revoked at " + since)
                      .orElseGet(() -> "expired at " + key.expires().orElseThrow())));
    }
    requireItsPages(key, Optional.ofNullable(ctx.header("Origin")));
    return new Caller(address, found, key.role(), false);
  }

  private static void requireItsPages(ApiKey key, Optional<String> origin) {
    if (!key.origins().isEmpty() && origin.filter(key.origins()::contains).isEmpty()) {
      throw new Forbidden(
          "the key %s is for pages of certain origins alone, and Origin is %s"
              .formatted(key.id(), origin.map(Quoted::of).orElse("missing")));
    }
  }

  private void limit(Context ctx, Caller caller) {
    if (limit.isEmpty() || caller.isLocal()) {
      return;
    }
    RateLimit limits = limit.get();
    Taken taken = limits.take(limited(caller));
    ctx.header(
        "RateLimit-Policy",
        "\"default\";q=%d;w=%d".formatted(limits.perWindow(), RateLimit.WINDOW.toSeconds()));
    ctx.header(
        "RateLimit", "\"default\";r=%d;t=%d".formatted(taken.left(), seconds(taken.pause())));
    if (!taken.isAllowed()) {
      throw new TooManyRequests(
          "more than %d requests in a minute; the next is possible in %d s"
              .formatted(limits.perWindow(), seconds(taken.pause())),
          taken.pause());
    }
  }

  /** A key that pages show is used by all who look at them. */
  private static String limited(Caller caller) {
    String address = caller.address().getHostAddress();
    return caller
        .key()
        .map(key -> key.origins().isEmpty() ? "key " + key.id() : key.id() + " at " + address)
        .orElse(address);
  }

  private static long seconds(Duration wait) {
    return wait.plusNanos(999_999_999).toSeconds();
  }

  private void require(Role needed, Caller caller, Context ctx) {
    if (caller.role().includes(needed)) {
      return;
    }
    throw caller
        .key()
        .<Rejection>map(key ->
            new Forbidden(
                "this needs a key with the role %s; %s has the role %s"
                    .formatted(needed, key.id(), key.role())))
        .orElseGet(() ->
            new Unauthorized(
                "this needs a key with the role %s (Authorization: Bearer …), for %s"
                    .formatted(needed, LocalRequest.of(ctx).objection().orElse("it is so"))));
  }
}
