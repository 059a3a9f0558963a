package dev.kindred.http.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key, without its secret.
 *
 * @param id names it in lists and logs
 * @param name what its maker calls it
 * @param origins whose pages alone may use it (RFC 6454); if there are none, whoever has it may
 * @param expires from when on it is of no use
 * @param revoked since when it is of no use
 * @param hash what {@link Secret#hash} makes of the secret
 */
public record ApiKey(
    String id,
    String name,
    Role role,
    Set<String> origins,
    Instant created,
    Optional<Instant> expires,
    Optional<Instant> revoked,
    String hash) {
  public ApiKey {
    origins = Set.copyOf(origins);
  }

  /** Whether it is neither revoked nor out of date. */
  public boolean isValid(Instant now) {
    return revoked.isEmpty() && !isExpired(now);
  }

  boolean isExpired(Instant now) {
    return expires.filter(end -> !now.isBefore(end)).isPresent();
  }

  ApiKey revoked(Instant now) {
    return new ApiKey(id, name, role, origins, created, expires, Optional.of(now), hash);
  }
}
