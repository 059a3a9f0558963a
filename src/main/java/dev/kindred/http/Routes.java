package dev.kindred.http;

import dev.kindred.http.access.Role;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection;
import dev.kindred.paper.Rejection.MethodNotAllowed;
import dev.kindred.paper.Rejection.UnknownRoute;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The addresses of the API. Adds to each what HTTP expects: HEAD where there is GET, OPTIONS, and
 * the Allow header.
 */
final class Routes {
  private final RoutesConfig javalin;
  private final Role needed;
  private final Map<String, Set<String>> methods;

  private Routes(RoutesConfig javalin, Role needed, Map<String, Set<String>> methods) {
    this.javalin = javalin;
    this.needed = needed;
    this.methods = methods;
  }

  /** None yet; those that are added are for whoever may do everything. */
  static Routes none(RoutesConfig javalin) {
    return new Routes(javalin, Role.ADMIN, new LinkedHashMap<>());
  }

  /** These; those that are added from here on are for whoever has this role. */
  Routes needing(Role role) {
    return new Routes(javalin, role, methods);
  }

  Routes get(String path, Handler handler) {
    return add(HandlerType.GET, path, handler).add(HandlerType.HEAD, path, handler);
  }

  Routes post(String path, Handler handler) {
    return add(HandlerType.POST, path, handler);
  }

  Routes put(String path, Handler handler) {
    return add(HandlerType.PUT, path, handler);
  }

  Routes delete(String path, Handler handler) {
    return add(HandlerType.DELETE, path, handler);
  }

  private Routes add(HandlerType method, String path, Handler handler) {
    if (!methods.containsKey(path)) {
      methods.put(path, new TreeSet<>());
      needing(Role.ANYBODY).add(HandlerType.OPTIONS, path, ctx -> options(ctx, path));
    }
    allowed(path).add(method.name());
    javalin.addHttpHandler(method, path, handler, needed);
    return this;
  }

  private void options(Context ctx, String path) {
    ctx.header("Allow", String.join(", ", allowed(path)));
    Answers.nothing(ctx);
  }

  /** All addresses, with the methods that each takes. */
  Map<String, Set<String>> all() {
    return Collections.unmodifiableMap(methods);
  }

  private Set<String> allowed(String path) {
    return methods.getOrDefault(path, Set.of());
  }

  /** What is wrong with a request that no handler takes. */
  Rejection refusal(Context ctx) {
    String address = ctx.path();
    String method = ctx.req().getMethod();
    for (String path : methods.keySet()) {
      if (address.matches(path.replaceAll("\\{\\w+}", "[^/]+"))) {
        String allowed = String.join(", ", allowed(path));
        ctx.header("Allow", allowed);
        return new MethodNotAllowed(
            "%s is not possible at %s; possible are %s"
                .formatted(Quoted.of(method), path, allowed));
      }
    }
    String hint =
        address.startsWith("/v1/papers/")
            ? "; a slash inside an id is written %2F, or ask for /v1/papers?id=…"
            : "";
    return new UnknownRoute("there is nothing at " + Quoted.of(address) + hint);
  }
}
