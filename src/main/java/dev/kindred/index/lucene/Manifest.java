package dev.kindred.index.lucene;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.file.AtomicFile;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * What a generation is: {@code {"format": 2, "created": …, "identity": {…}}}.
 *
 * @param format of the index beside it
 * @param created when the generation was made
 */
record Manifest(int format, Instant created, ModelIdentity identity) {
  /** What this version writes. Format 1 had no exact words, whole names, metadata or counts. */
  static final int FORMAT = 2;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final int OLDEST_FORMAT = 1;

  private record File(int format, String created, ModelIdentity identity) {}

  /** Of a generation that is made now. */
  static Manifest of(ModelIdentity identity) {
    return new Manifest(FORMAT, Instant.now(), identity);
  }

  Manifest with(ModelIdentity other) {
    return new Manifest(format, created, other);
  }

  boolean isOld() {
    return format < FORMAT;
  }

  void write(Path file) throws IOException {
    File content = new File(format, created.toString(), identity);
    AtomicFile.write(
        file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
  }

  /**
   * @throws UnusableStore if there is none, or none that can be understood
   */
  static Manifest read(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw new UnusableStore("the store is damaged: %s is missing".formatted(file));
    }
    try {
      JsonNode json = JSON.readTree(text);
      requireFormat(json.path("format"), file);
      File content = JSON.treeToValue(json, File.class);
      return new Manifest(content.format(), Instant.parse(content.created()), content.identity());
    } catch (JsonProcessingException malformed) {
      throw damaged(file, malformed.getOriginalMessage());
    } catch (DateTimeParseException malformed) {
      throw damaged(file, "created is " + Quoted.of(malformed.getParsedString()));
    }
  }

  private static void requireFormat(JsonNode format, Path file) {
    if (!format.isInt()) {
      throw damaged(file, "it names no format");
    }
    if (format.intValue() < OLDEST_FORMAT || format.intValue() > FORMAT) {
      throw new UnusableStore(
          "%s says the store has format %d; this version of Kindred reads formats %d to %d"
              .formatted(file, format.intValue(), OLDEST_FORMAT, FORMAT));
    }
  }

  private static UnusableStore damaged(Path file, String reason) {
    return new UnusableStore("the store is damaged: %s: %s".formatted(file, reason));
  }
}
