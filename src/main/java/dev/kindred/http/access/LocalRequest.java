package dev.kindred.http.access;

import dev.kindred.paper.Quoted;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tells whether somebody sits at this machine. Where a connection comes from is not enough: it
 * is this machine also for a proxy here, and for a page of another site in a browser here, whose
 * name has been made to lead to this address.
 *
 * @param peer the other end of the connection
 * @param host the Host header, or nothing
 * @param headers the names of all headers
 * @param origin the Origin header, if there is one
 * @param isOfAnotherSite whether a browser says that a page of another site loads it; following a
 *     link is no such thing
 */
record LocalRequest(
    InetAddress peer,
    String host,
    List<String> headers,
    Optional<String> origin,
    boolean isOfAnotherSite) {
  private static final Pattern LOOPBACK_HOST =
      Pattern.compile(
          "(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1])(:\\d{1,5})?",
          Pattern.CASE_INSENSITIVE);

  LocalRequest {
    headers = List.copyOf(headers);
  }

  static LocalRequest of(Context ctx) {
    return new LocalRequest(
        InetAddress.ofLiteral(withoutBrackets(ctx.req().getRemoteAddr())),
        Optional.ofNullable(ctx.header("Host")).orElse(""),
        Collections.list(ctx.req().getHeaderNames()),
        Optional.ofNullable(ctx.header("Origin")),
        "cross-site".equals(ctx.header("Sec-Fetch-Site"))
            && !"navigate".equals(ctx.header("Sec-Fetch-Mode")));
  }

  private static String withoutBrackets(String address) {
    return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
  }

  /** Why it is not from this machine; empty for one that is. */
  Optional<String> objection() {
    if (!peer.isLoopbackAddress()) {
      return Optional.of("the request comes from " + peer.getHostAddress());
    }
    if (!LOOPBACK_HOST.matcher(host).matches()) {
      return Optional.of(
          "Host is %s; it must be localhost, 127.0.0.1 or [::1]".formatted(Quoted.of(host)));
    }
    Optional<String> foreign = origin.filter(given -> !given.equalsIgnoreCase("http://" + host));
    if (foreign.isPresent()) {
      return Optional.of(
          "Origin is %s; it must be http://%s, or left out"
              .formatted(Quoted.of(foreign.get()), host));
    }
    if (isOfAnotherSite) {
      return Optional.of("a page of another site asked for it (Sec-Fetch-Site)");
    }
    return headers.stream()
        .filter(LocalRequest::isOfProxies)
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
