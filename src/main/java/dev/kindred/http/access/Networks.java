package dev.kindred.http.access;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that belong together, as CIDR writes them (RFC 4632): {@code 10.0.0.0/8}, {@code ::1}.
 */
public record Networks(List<Network> all) {
  /** No address at all. */
  public static final Networks NONE = new Networks(List.of());

  /** What {@link #parse} understands. */
  public static final String RULE =
      "networks with commas between them, as 10.0.0.0/8, 192.168.1.7 or fd00::/8";

  private static final Pattern CIDR = Pattern.compile("([^/]+)(?:/([0-9]{1,3}))?");

  /** The JDK takes 10.1 for 10.0.0.1, as old programs do; nobody means that. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  public Networks {
    all = List.copyOf(all);
  }

  /**
   * All addresses that begin as one does.
   *
   * @param bits how many of its bits count
   */
  public record Network(InetAddress address, int bits) {
    boolean contains(InetAddress other) {
      byte[] ours = address.getAddress();
      byte[] theirs = other.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** Networks as an operator writes them; empty if one of them is none. */
  public static Optional<Networks> parse(String text) {
    List<Network> all = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Optional<Network> network = network(part.strip());
      if (network.isEmpty()) {
        return Optional.empty();
      }
      all.add(network.get());
    }
    return Optional.of(new Networks(all));
  }

  private static Optional<Network> network(String text) {
    Matcher parts = CIDR.matcher(text);
    Optional<InetAddress> address = parts.matches() ? address(parts.group(1)) : Optional.empty();
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int most = address.get().getAddress().length * Byte.SIZE;
    int bits = parts.group(2) == null ? most : Integer.parseInt(parts.group(2));
    return bits > most ? Optional.empty() : Optional.of(new Network(address.get(), bits));
  }

  /** An IP address, never a name that would be looked up; empty if it is none. */
  static Optional<InetAddress> address(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  boolean contain(InetAddress address) {
    return all.stream().anyMatch(network -> network.contains(address));
  }
}
