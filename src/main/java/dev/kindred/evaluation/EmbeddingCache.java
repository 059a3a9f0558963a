package dev.kindred.evaluation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file of embeddings of one dimension, each under a key of 64 characters. A line is the key, a
 * blank, the values as big-endian floats in base64, and a semicolon; so all whole lines have one
 * length, and what a killed process left of a line is passed over. Several processes may add to it
 * at once: each line is written under a lock of the file. Memory holds where a line is, not the
 * line. Thread-safe.
 */
final class EmbeddingCache implements AutoCloseable {
  private static final int KEY_BYTES = 64;

  private final Path path;
  private final FileChannel file;
  private final int valueBytes;
  private final Map<String, Long> places = new ConcurrentHashMap<>();

  private EmbeddingCache(Path path, FileChannel file, int dimension) {
    this.path = path;
    this.file = file;
    this.valueBytes = (dimension * Float.BYTES + 2) / 3 * 4;
  }

  /**
   * Opens a file, which is made if there is none.
   *
   * @throws UnusableStore if it cannot be read or written
   */
  static EmbeddingCache open(Path path, int dimension) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      FileChannel file =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      EmbeddingCache cache = new EmbeddingCache(path, file, dimension);
      try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
        cache.scan(in);
      }
      return cache;
    } catch (IOException failure) {
      throw unusable(path, failure);
    }
  }

  private void scan(InputStream in) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    long start = 0;
    int length = 0;
    int last = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        if (length == lineBytes() - 1 && last == ';') {
          places.put(new String(key, ISO_8859_1), start);
        }
        start += length + 1;
        length = 0;
      } else {
        if (length < KEY_BYTES) {
          key[length] = (byte) next;
        }
        length++;
        last = next;
      }
    }
  }

  /** Key, blank, values, semicolon, line feed. */
  private int lineBytes() {
    return KEY_BYTES + 1 + valueBytes + 2;
  }

  /** The embedding under a key, unless there is none or its line is damaged. */
  Optional<Embedding> find(String key) {
    Long place = places.get(key);
    if (place == null) {
      return Optional.empty();
    }
    ByteBuffer line = ByteBuffer.allocate(lineBytes());
    try {
      long position = place;
      while (line.hasRemaining() && file.read(line, position + line.position()) >= 0) {
        // The channel may give less than asked for.
      }
      return Optional.of(decoded(line.array()));
    } catch (IOException failure) {
      throw unusable(path, failure);
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  private Embedding decoded(byte[] line) {
    String values = new String(line, KEY_BYTES + 1, valueBytes, ISO_8859_1);
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(values));
    float[] floats = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(floats);
    return Embedding.ofUnit(floats);
  }

  /** Keeps an embedding under a key of 64 Latin characters. */
  synchronized void add(String key, Embedding embedding) {
    float[] values = embedding.toArray();
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    String line = key + " " + Base64.getEncoder().encodeToString(bytes.array()) + ";\n";
    try (FileLock _ = file.lock()) {
      long end = file.size();
      boolean torn = end > 0 && !endsWithLineFeed(end);
      append((torn ? "\n" : "") + line, end);
      places.put(key, torn ? end + 1 : end);
    } catch (IOException failure) {
      throw unusable(path, failure);
    }
  }

  private boolean endsWithLineFeed(long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return file.read(last, end - 1) == 1 && last.get(0) == '\n';
  }

  private void append(String text, long end) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes, end + bytes.position());
      }
    } catch (IOException full) {
      file.truncate(end);
      throw full;
    }
  }

  private static UnusableStore unusable(Path path, IOException failure) {
    return new UnusableStore("the cached embeddings in %s: %s".formatted(path, failure));
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failure) {
      throw unusable(path, failure);
    }
  }
}
