package dev.kindred.http.access;

import dev.kindred.http.access.KeyFile.Version;
import dev.kindred.paper.Rejection.UnusableStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that a server knows: those of its own, and those of the store, as they are now. One that
 * is made or revoked while the server runs counts within a second. While the file cannot be read,
 * those of before count. Thread-safe.
 */
public final class KnownKeys {
  private static final Logger log = LoggerFactory.getLogger(KnownKeys.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final KeyFile file;
  private final List<ApiKey> own;
  private final InstantSource clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Seen seen;

  private record Seen(Version version, List<ApiKey> keys, Instant when) {}

  /**
   * Reads the file.
   *
   * @param own keys that are in no file
   * @throws UnusableStore if it cannot be read
   */
  public KnownKeys(KeyFile file, List<ApiKey> own, InstantSource clock) {
    this.file = file;
    this.own = List.copyOf(own);
    this.clock = clock;
    this.seen = new Seen(file.version(), file.read(), clock.instant());
  }

  /** A key that a server has for itself, for whoever knows its secret. */
  public static ApiKey own(String name, String secret) {
    return new ApiKey(
        name,
        name,
        Role.ADMIN,
        Set.of(),
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Secret.hash(secret));
  }

  /**
   * The key of this secret, whether it is still of use or not. Compares with every key there is.
   */
  Optional<ApiKey> find(String secret) {
    String hash = Secret.hash(secret);
    Optional<ApiKey> found = Optional.empty();
    for (List<ApiKey> keys : List.of(own, ofStore())) {
      for (ApiKey key : keys) {
        if (Secret.isSame(key.hash(), hash)) {
          found = Optional.of(key);
        }
      }
    }
    return found;
  }

  /** Whether a key is bound to pages of this origin. */
  boolean bind(String origin) {
    Instant now = clock.instant();
    return ofStore().stream().anyMatch(key -> key.origins().contains(origin) && key.isValid(now));
  }

  private List<ApiKey> ofStore() {
    Seen last = seen;
    if (clock.instant().isBefore(last.when().plus(LOOK_AGAIN)) || !looking.tryLock()) {
      return last.keys();
    }
    try {
      Version version = file.version();
      List<ApiKey> keys = version.equals(last.version()) ? last.keys() : file.read();
      seen = new Seen(version, keys, clock.instant());
    } catch (UnusableStore damaged) {
      log.error("Keys are as they were before: {}", damaged.reason());
      seen = new Seen(last.version(), last.keys(), clock.instant());
    } finally {
      looking.unlock();
    }
    return seen.keys();
  }
}
