package dev.kindred.http.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.file.AtomicFile;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.UnusableStore;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The keys of a store, in {@code keys.json} in its folder, which only its owner can read. Any
 * process of the owner may change it, while a server runs, too. Thread-safe.
 */
public final class KeyFile {
  private static final String NAME = "keys.json";
  private static final String LOCK = "keys.lock";

  /** A lock of a file keeps processes apart, not the threads of one. */
  private static final ReentrantLock OF_THIS_PROCESS = new ReentrantLock();

  private final Path path;

  /**
   * The keys of this store, if it has any yet.
   *
   * @param data the folder of the store
   */
  public KeyFile(Path data) {
    this.path = data.resolve(NAME);
  }

  /**
   * All keys, the oldest first, whether of use or not.
   *
   * @throws UnusableStore if the file cannot be read, or is not ours
   */
  public List<ApiKey> read() {
    try {
      List<ApiKey> keys = new ArrayList<>();
      JsonNode all = PaperJson.parse(Files.readString(path)).path("keys");
      if (!all.isArray()) {
        throw new InvalidRequest("there is no list of keys");
      }
      for (JsonNode key : all) {
        keys.add(parse(key));
      }
      return keys;
    } catch (NoSuchFileException noneYet) {
      return List.of();
    } catch (IOException unreadable) {
      throw new UnusableStore("the keys in %s cannot be read: %s".formatted(path, unreadable));
    } catch (InvalidRequest | DateTimeException damaged) {
      throw new UnusableStore(
          "%s is damaged (%s); put it back from a backup, or remove it and make new keys"
              .formatted(path, damaged.getMessage()));
    }
  }

  /** Changes with the content of the file. */
  Version version() {
    try {
      return new Version(Files.getLastModifiedTime(path), Files.size(path));
    } catch (NoSuchFileException noneYet) {
      return Version.NONE;
    } catch (IOException unreadable) {
      throw new UnusableStore("the keys in %s cannot be read: %s".formatted(path, unreadable));
    }
  }

  /** When and how large a file was written. */
  record Version(FileTime written, long size) {
    private static final Version NONE = new Version(FileTime.fromMillis(0), 0);
  }

  /** Keeps other keys instead, durably. One process after the other changes them. */
  void change(UnaryOperator<List<ApiKey>> change) {
    OF_THIS_PROCESS.lock();
    try {
      Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        Objects.requireNonNull(lock);
        requireSameOwner(folder);
        AtomicFile.writeForOwner(path, json(change.apply(read())).toPrettyString() + "\n");
      }
    } catch (IOException cannotWrite) {
      throw new UnusableStore("the keys in %s cannot be written: %s".formatted(path, cannotWrite));
    } finally {
      OF_THIS_PROCESS.unlock();
    }
  }

  /** A file of another user's could not be read by the server that the keys are for. */
  private void requireSameOwner(Path folder) throws IOException {
    UserPrincipal owner = Files.getOwner(folder);
    Path mine = Files.createTempFile(folder, NAME, AtomicFile.UNFINISHED);
    UserPrincipal self = Files.getOwner(mine);
    Files.delete(mine);
    if (!owner.equals(self)) {
      throw new UnusableStore(
          "%s belongs to %s; its keys must be changed by that user, not by %s"
              .formatted(folder, owner, self));
    }
  }

  private static ObjectNode json(List<ApiKey> keys) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    ArrayNode array = json.putArray("keys");
    keys.forEach(key -> array.add(KeyJson.of(key).put("hash", key.hash())));
    return json;
  }

  private static ApiKey parse(JsonNode json) {
    String role = text(json, "role");
    Set<String> origins = new LinkedHashSet<>();
    json.path("origins").forEach(origin -> origins.add(origin.asText()));
    return new ApiKey(
        text(json, "id"),
        text(json, "name"),
        Role.parse(role)
            .orElseThrow(() ->
                new InvalidRequest(
                    "role is %s; it must be %s".formatted(Quoted.of(role), Role.RULE))),
        origins,
        Instant.parse(text(json, "created")),
        instant(json, "expires"),
        instant(json, "revoked"),
        text(json, "hash"));
  }

  private static Optional<Instant> instant(JsonNode json, String field) {
    return json.hasNonNull(field)
        ? Optional.of(Instant.parse(text(json, field)))
        : Optional.empty();
  }

  private static String text(JsonNode json, String field) {
    if (!json.path(field).isTextual()) {
      throw new InvalidRequest("a key has no " + field);
    }
    return json.path(field).asText();
  }
}
