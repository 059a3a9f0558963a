package dev.kindred.cli;

import dev.kindred.http.access.ApiKey;
import dev.kindred.http.access.KeyFile;
import dev.kindred.http.access.KeyRing;
import dev.kindred.http.access.KnownKeys;
import dev.kindred.http.access.Role;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys that a server begins with. */
final class ServerKeys {
  private static final int MIN_LENGTH = 32;
  private static final int MAX_BYTES = 4_096;

  private ServerKeys() {}

  /**
   * Sees to it that a server that others can reach has a key, or was told to do without.
   *
   * @throws InvalidSettings if it has none
   */
  static void require(Options options, Console console) {
    if (options.access().insecure() || isOfThisMachine(options.host())) {
      return;
    }
    KeyFile file = new KeyFile(options.data());
    Instant now = Instant.now();
    boolean hasOne = file.read().stream().anyMatch(key -> key.isValid(now));
    if (hasOne || options.adminKeyFile().isPresent()) {
      return;
    }
    if (!options.firstKey()) {
      throw new InvalidSettings(
          "host is %s, which others can reach, and there is no key yet; make one (kindred keys"
              .concat(" create --role admin), name a file that holds one (--admin-key-file), have")
              .concat(" one made now (--first-key), or let anybody write (--insecure)")
              .formatted(Quoted.of(options.host())));
    }
    KeyRing.Made made =
        new KeyRing(file, InstantSource.system())
            .make("first key", Role.ADMIN, Set.of(), Optional.empty());
    console
        .out()
        .println("The first key, with all rights; it is shown this once: " + made.secret());
  }

  private static boolean isOfThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException toldWhereItIsListenedAt) {
      return true;
    }
  }

  /**
   * All keys that count.
   *
   * @param token what commands of this machine show
   * @throws InvalidSettings if the file of a key cannot be read, or holds no key
   */
  static KnownKeys of(Options options, String token) {
    List<ApiKey> own = new ArrayList<>();
    own.add(KnownKeys.own("local-token", token));
    options.adminKeyFile().ifPresent(file -> own.add(KnownKeys.own("admin-key-file", read(file))));
    return new KnownKeys(new KeyFile(options.data()), own, InstantSource.system());
  }

  private static String read(Path file) {
    String key;
    try {
      key = Files.size(file) > MAX_BYTES ? "" : Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new InvalidSettings(
          "the admin key file %s cannot be read: %s".formatted(file, unreadable));
    }
    boolean isPlain = key.chars().allMatch(c -> c > ' ' && c <= '~');
    if (key.length() < MIN_LENGTH || !isPlain) {
      throw new InvalidSettings(
          "the admin key file %s holds %d characters; it must hold one key of at least %d, without spaces"
              .formatted(file, key.length(), MIN_LENGTH));
    }
    return key;
  }
}
