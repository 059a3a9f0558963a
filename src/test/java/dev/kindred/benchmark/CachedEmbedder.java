package dev.kindred.benchmark;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.ModelIdentity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps embeddings in a file by the SHA-256 of their text, so that a second run only scores and a
 * stopped one goes on. The file is named after all that decides about the bits: another model or
 * machine has another file.
 */
final class CachedEmbedder implements AutoCloseable {
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([A-Za-z0-9+/]+=*);");

  private final Embedder embedder;
  private final Map<String, Embedding> known = new ConcurrentHashMap<>();
  private final PrintWriter file;

  CachedEmbedder(Embedder embedder, Path folder) throws IOException {
    this.embedder = embedder;
    Path path = Files.createDirectories(folder).resolve(sha256(embedder.identity().toString()));
    if (Files.exists(path)) {
      Files.readAllLines(path).forEach(this::load);
    }
    this.file =
        new PrintWriter(
            Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  /** A stopped run leaves half a line, and what is appended to it is lost with it. */
  private void load(String line) {
    Matcher entry = LINE.matcher(line);
    if (entry.matches()) {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(entry.group(2)));
      float[] values = new float[bytes.remaining() / Float.BYTES];
      bytes.asFloatBuffer().get(values);
      known.put(entry.group(1), Embedding.ofUnit(values));
    }
  }

  ModelIdentity identity() {
    return embedder.identity();
  }

  Embedding passage(String text) {
    return known.computeIfAbsent(
        sha256("passage " + text), key -> save(key, embedder.passage(text).embedding()));
  }

  Embedding query(String text) {
    return known.computeIfAbsent(
        sha256("query " + text), key -> save(key, embedder.query(text).embedding()));
  }

  private Embedding save(String key, Embedding embedding) {
    float[] values = embedding.toArray();
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    synchronized (file) {
      file.println(key + " " + Base64.getEncoder().encodeToString(bytes.array()) + ";");
      if (file.checkError()) {
        throw new UncheckedIOException(new IOException("the cache cannot be written"));
      }
    }
    return embedding;
  }

  private static String sha256(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public void close() {
    file.close();
    embedder.close();
  }
}
