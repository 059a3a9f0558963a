package dev.kindred.http.access;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param key what they sent, if anything
 * @param role what they may do
 * @param isLocal whether they sit at this machine
 */
public record Caller(InetAddress address, Optional<ApiKey> key, Role role, boolean isLocal) {
  private static final String ATTRIBUTE = "kindred.caller";

  /** Under which name a request keeps it. */
  static String attribute() {
    return ATTRIBUTE;
  }

  /** For logs: the id of the key, or what stands for one. */
  public String name() {
    return key.map(ApiKey::id).orElse(isLocal ? "local" : "-");
  }
}
