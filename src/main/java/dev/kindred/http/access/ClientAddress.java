package dev.kindred.http.access;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a request comes from. Forwarding headers say whatever their sender likes: only what proxies
 * of ours have added to them counts. Thread-safe.
 */
final class ClientAddress {
  /** In the header Forwarded (RFC 7239): {@code for=192.0.2.1}, {@code for="[2001:db8::1]:80"}. */
  private static final Pattern FORWARDED_FOR =
      Pattern.compile("(?i)(?:^|;)\\s*for=\"?([^\";]+)\"?");

  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([0-9a-fA-F:.]+)](?::\\d+)?|([0-9.]+):\\d+");

  private final Networks proxies;

  ClientAddress(Networks proxies) {
    this.proxies = proxies;
  }

  /**
   * The last address in the chain that is no proxy of ours; the peer itself where a proxy says
   * nothing that is an address, or where there are both headers, for then one of them is likely a
   * client's that the proxy let through.
   *
   * @param forwarded the values of all Forwarded headers, in order
   * @param forwardedFor those of all X-Forwarded-For headers
   */
  InetAddress of(InetAddress peer, List<String> forwarded, List<String> forwardedFor) {
    if (!forwarded.isEmpty() && !forwardedFor.isEmpty()) {
      return peer;
    }
    List<String> chain =
        forwarded.isEmpty() ? elements(forwardedFor).toList() : forwardedFor(forwarded);
    InetAddress last = peer;
    for (String hop : new ArrayList<>(chain).reversed()) {
      Optional<InetAddress> address = parse(hop);
      if (!proxies.contain(last) || address.isEmpty()) {
        return last;
      }
      last = address.get();
    }
    return last;
  }

  private static Stream<String> elements(List<String> headers) {
    return headers.stream().flatMap(header -> Arrays.stream(header.split(",", -1)));
  }

  private static List<String> forwardedFor(List<String> headers) {
    return elements(headers)
        .map(element -> {
          Matcher found = FORWARDED_FOR.matcher(element);
          return found.find() ? found.group(1) : "";
        })
        .toList();
  }

  private static Optional<InetAddress> parse(String hop) {
    Matcher withPort = WITH_PORT.matcher(hop.strip());
    if (!withPort.matches()) {
      return Networks.address(hop.strip());
    }
    return Networks.address(withPort.group(1) == null ? withPort.group(2) : withPort.group(1));
  }
}
