package dev.kindred.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a serving process leaves in its data folder, in {@code serving.json}, so that commands of
 * the same user find it. A process that was killed leaves it behind.
 *
 * @param token what an operator's requests to this process must carry
 */
record Serving(String url, long pid, String token) {
  private static final String FILE = "serving.json";
  private static final int TOKEN_BYTES = 32;

  static String newToken() {
    byte[] token = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(token);
    return HexFormat.of().formatHex(token);
  }

  /** Nobody but the owner can read the file at any moment, and nobody sees half of it. */
  void write(Path data) {
    Path unfinished = data.resolve(FILE + "." + pid);
    try {
      createForOwner(unfinished);
      Files.writeString(unfinished, json());
      Files.move(unfinished, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  private static void createForOwner(Path file) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      Files.createFile(file, ownerOnly);
    } catch (FileAlreadyExistsException ofAKilledProcess) {
      Files.delete(file);
      Files.createFile(file, ownerOnly);
    }
  }

  private String json() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("url", url);
      json.writeNumberField("pid", pid);
      json.writeStringField("token", token);
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  /**
   * What the folder says; nothing if it has no such file, or one that is not ours.
   *
   * @throws Unavailable if only another user may read it
   * @throws UnusableStore if it is no folder
   */
  static Optional<Serving> read(Path data) {
    try {
      return parse(Files.readString(data.resolve(FILE)));
    } catch (NoSuchFileException notServed) {
      return Optional.empty();
    } catch (AccessDeniedException ofAnother) {
      throw new Unavailable(
          "%s is served by another user; use --server URL (%s may not be read)"
              .formatted(data, ofAnother.getFile()));
    } catch (FileSystemException noFolder) {
      throw new UnusableStore(
          "the data folder is %s; it must be a folder that can be read (%s)"
              .formatted(Quoted.of(data.toString()), noFolder.getReason()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Reads tokens only: the health check has no time for more of Jackson. */
  private static Optional<Serving> parse(String text) throws IOException {
    String url = "";
    long pid = 0;
    String token = "";
    try (JsonParser json = new JsonFactory().createParser(text)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
          switch (json.currentName()) {
            case "url" -> url = json.getText();
            case "token" -> token = json.getText();
            case null, default -> {}
          }
        } else if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
          pid = json.getLongValue();
        }
      }
    } catch (com.fasterxml.jackson.core.JsonParseException notOurs) {
      return Optional.empty();
    }
    return url.isEmpty() ? Optional.empty() : Optional.of(new Serving(url, pid, token));
  }

  /** Removes the file, if it is still this process's. */
  void remove(Path data) {
    try {
      if (read(data).equals(Optional.of(this))) {
        Files.deleteIfExists(data.resolve(FILE));
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
