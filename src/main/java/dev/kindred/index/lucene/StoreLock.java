package dev.kindred.index.lucene;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.file.AtomicFile;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.UnusableStore;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NativeFSLockFactory;

/**
 * The right to write to a store's folder: a lock of the operating system on the file {@code lock},
 * which ends with the process. Who holds it stands in {@code writer.json}: on POSIX systems, to
 * open and close the locked file itself would end the lock.
 */
final class StoreLock implements AutoCloseable {
  static final String LOCK = "lock";
  static final String HOLDER = "writer.json";

  private final Path holder;
  private final Lock lock;

  private StoreLock(Path holder, Lock lock) {
    this.holder = holder;
    this.lock = lock;
  }

  /**
   * @throws UnusableStore naming who holds it, if that is not us
   */
  static StoreLock acquire(Path store) throws IOException {
    Path holder = store.resolve(HOLDER);
    Lock lock;
    try (FSDirectory folder = FSDirectory.open(store)) {
      lock = NativeFSLockFactory.INSTANCE.obtainLock(folder, LOCK);
    } catch (LockObtainFailedException held) {
      throw new UnusableStore("the store in %s is in use by %s".formatted(store, describe(holder)));
    }
    try {
      AtomicFile.write(holder, self());
      return new StoreLock(holder, lock);
    } catch (IOException | RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  private static String self() {
    return PaperJson.MAPPER
            .createObjectNode()
            .put("pid", ProcessHandle.current().pid())
            .put("host", host())
            .put("started", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
        + "\n";
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }

  private static String describe(Path holder) throws IOException {
    if (!Files.isRegularFile(holder)) {
      return "another process";
    }
    try {
      return inWords(PaperJson.parse(Files.readString(holder)));
    } catch (InvalidRequest unreadable) {
      return "another process";
    }
  }

  private static String inWords(JsonNode json) {
    return "process %s on %s, since %s"
        .formatted(
            json.path("pid").asText(), json.path("host").asText(), json.path("started").asText());
  }

  /** Who writes to a store, without a try for the lock; nobody, if that process was killed. */
  static Optional<String> writer(Path store) throws IOException {
    try {
      JsonNode json = PaperJson.parse(Files.readString(store.resolve(HOLDER)));
      return isGone(json) ? Optional.empty() : Optional.of(inWords(json));
    } catch (NoSuchFileException | AccessDeniedException | InvalidRequest nobodyKnown) {
      return Optional.empty();
    }
  }

  private static boolean isGone(JsonNode json) {
    return json.path("host").asText().equals(host())
        && ProcessHandle.of(json.path("pid").asLong()).isEmpty();
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      Files.deleteIfExists(holder);
    }
  }
}
