package dev.kindred.http.access;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Lets pages of other origins read (the CORS protocol of the Fetch standard), as far as they are
 * allowed to. Nothing is said to others, so that their browsers keep the answer from them.
 */
public final class CrossOrigin {
  private static final Set<String> GET = Set.of("GET", "HEAD");
  private static final Set<String> GET_AND_POST = Set.of("GET", "HEAD", "POST");

  /** All that is open, and by which methods; each of them only reads. */
  private static final Map<Pattern, Set<String>> OPEN =
      Map.of(
          Pattern.compile("/v1/(search|recommendations)"), GET_AND_POST,
          Pattern.compile("/v1/(similar|status|papers)"), GET,
          Pattern.compile("/v1/papers/[^/]+(/similar)?"), GET);

  /** No browser keeps the answer to a preflight much longer. */
  private static final Duration PREFLIGHT_KEPT = Duration.ofHours(2);

  private final AllowedOrigins allowed;
  private final KnownKeys keys;

  /**
   * Whom to allow.
   *
   * @param keys whose origins are allowed, too
   */
  public CrossOrigin(AllowedOrigins allowed, KnownKeys keys) {
    this.allowed = allowed;
    this.keys = keys;
  }

  /** Adds to an answer what browsers ask for, before it is known what it will be. */
  public void mark(Context ctx) {
    if (!ctx.path().startsWith("/v1/")) {
      return;
    }
    ctx.header("Vary", "Origin");
    String origin = ctx.header("Origin");
    if (origin == null || !(allowed.allow(origin) || keys.bind(origin))) {
      return;
    }
    Optional<String> preflight = preflight(ctx);
    Set<String> methods = openMethods(ctx.path());
    if (methods.contains(preflight.orElse(ctx.req().getMethod()))) {
      ctx.header("Access-Control-Allow-Origin", allowed.all() ? "*" : origin);
      preflight.ifPresent(_ -> {
        ctx.header("Access-Control-Allow-Methods", String.join(", ", new TreeSet<>(methods)));
        ctx.header("Access-Control-Allow-Headers", "Authorization, Content-Type");
        ctx.header("Access-Control-Max-Age", String.valueOf(PREFLIGHT_KEPT.toSeconds()));
      });
    }
  }

  /** The method that a browser asks whether it may send. */
  private static Optional<String> preflight(Context ctx) {
    return ctx.req().getMethod().equals("OPTIONS")
        ? Optional.ofNullable(ctx.header("Access-Control-Request-Method"))
        : Optional.empty();
  }

  private static Set<String> openMethods(String path) {
    return OPEN.entrySet().stream()
        .filter(route -> route.getKey().matcher(path).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Set.of());
  }
}
