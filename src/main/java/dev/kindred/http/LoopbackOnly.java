package dev.kindred.http;

import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.Forbidden;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only who sits at this machine, while there are no keys. Where a connection comes from is
 * not enough: it is this machine also for a proxy here, and for a page of another site in a browser
 * here, whose name has been made to lead to this address.
 */
final class LoopbackOnly {
  private static final Pattern LOOPBACK_HOST =
      Pattern.compile(
          "(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1])(:\\d{1,5})?",
          Pattern.CASE_INSENSITIVE);

  private LoopbackOnly() {}

  /** A handler behind this guard. */
  static Handler guarding(Handler handler) {
    return ctx -> {
      Optional<String> objection = objection(caller(ctx));
      if (objection.isPresent()) {
        throw new Forbidden(
            "this is for the machine that the server runs on alone: " + objection.get());
      }
      handler.handle(ctx);
    };
  }

  /**
   * Who asks, as far as a request tells.
   *
   * @param peer the other end of the connection
   * @param host the Host header, or nothing
   * @param headers the names of all headers
   * @param origin the Origin header, if there is one
   */
  record Caller(InetAddress peer, String host, List<String> headers, Optional<String> origin) {
    Caller {
      headers = List.copyOf(headers);
    }
  }

  private static Caller caller(Context ctx) {
    return new Caller(
        InetAddress.ofLiteral(withoutBrackets(ctx.req().getRemoteAddr())),
        orEmpty(ctx.header("Host")),
        Collections.list(ctx.req().getHeaderNames()),
        Optional.ofNullable(ctx.header("Origin")));
  }

  private static String withoutBrackets(String address) {
    return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Why a caller is not let in; empty for one who is. */
  static Optional<String> objection(Caller caller) {
    if (!caller.peer().isLoopbackAddress()) {
      return Optional.of("the request comes from " + caller.peer().getHostAddress());
    }
    if (!LOOPBACK_HOST.matcher(caller.host()).matches()) {
      return Optional.of(
          "Host is %s; it must be localhost, 127.0.0.1 or [::1]"
              .formatted(Quoted.of(caller.host())));
    }
    Optional<String> foreign =
        caller.origin().filter(origin -> !origin.equalsIgnoreCase("http://" + caller.host()));
    if (foreign.isPresent()) {
      return Optional.of(
          "Origin is %s; it must be http://%s, or left out"
              .formatted(Quoted.of(foreign.get()), caller.host()));
    }
    return caller.headers().stream()
        .filter(LoopbackOnly::isOfProxies)
        .findFirst()
        .map(header -> "a proxy sent it on, for there is a header " + Quoted.of(header));
  }

  private static boolean isOfProxies(String header) {
    return switch (header.toLowerCase(Locale.ROOT)) {
      case "forwarded", "via", "x-real-ip" -> true;
      case String name -> name.startsWith("x-forwarded-");
    };
  }
}
