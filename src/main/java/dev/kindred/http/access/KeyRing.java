package dev.kindred.http.access;

import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Makes and revokes the keys of a store. Thread-safe. */
public final class KeyRing {
  private static final String ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int ID_LENGTH = 8;
  private static final int MAX_NAME = 100;

  private final KeyFile file;
  private final InstantSource clock;

  public KeyRing(KeyFile file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /**
   * A key that has just been made.
   *
   * @param secret what its owner must send; kept nowhere
   */
  public record Made(ApiKey key, String secret) {}

  /**
   * Makes a key.
   *
   * @param name what to call it, 1 to 100 characters
   * @param origins whose pages alone may use it, as browsers write them; empty for anybody's
   * @throws InvalidRequest if there is no such name, or it would expire before it is made
   */
  public Made make(String name, Role role, Set<String> origins, Optional<Instant> expires) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (name.isBlank() || name.codePointCount(0, name.length()) > MAX_NAME) {
      throw new InvalidRequest(
          "the name of the key is %s; it must have 1 to %d characters"
              .formatted(Quoted.of(name), MAX_NAME));
    }
    if (!origins.isEmpty() && role != Role.SEARCH) {
      throw new InvalidRequest(
          "the role is %s; it must be search for a key that pages show, where anybody can read it"
              .formatted(role));
    }
    if (expires.filter(end -> !now.isBefore(end)).isPresent()) {
      throw new InvalidRequest(
          "the key would expire at %s; it must be later than now".formatted(expires.get()));
    }
    String secret = Secret.random();
    ApiKey key =
        new ApiKey(
            randomId(), name, role, origins, now, expires, Optional.empty(), Secret.hash(secret));
    file.change(keys -> with(keys, key));
    return new Made(key, secret);
  }

  private static List<ApiKey> with(List<ApiKey> keys, ApiKey more) {
    List<ApiKey> all = new ArrayList<>(keys);
    all.add(more);
    return all;
  }

  private static String randomId() {
    SecureRandom random = new SecureRandom();
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
    }
    return id.toString();
  }

  /**
   * Makes a key useless, for good; servers know within a second.
   *
   * @throws InvalidRequest if there is no such key, or it is revoked already
   */
  public ApiKey revoke(String id) {
    AtomicReference<ApiKey> revoked = new AtomicReference<>();
    file.change(keys -> {
      ApiKey useless = find(keys, id).revoked(clock.instant().truncatedTo(ChronoUnit.SECONDS));
      revoked.set(useless);
      return keys.stream().map(key -> key.id().equals(id) ? useless : key).toList();
    });
    return revoked.get();
  }

  private static ApiKey find(List<ApiKey> keys, String id) {
    ApiKey known =
        keys.stream()
            .filter(key -> key.id().equals(id))
            .findFirst()
            .orElseThrow(() ->
                new InvalidRequest(
                    "no key has the id %s; kindred keys list shows them".formatted(Quoted.of(id))));
    if (known.revoked().isPresent()) {
      throw new InvalidRequest("the key %s has been revoked already".formatted(id));
    }
    return known;
  }
}
