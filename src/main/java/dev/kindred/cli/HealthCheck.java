package dev.kindred.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks a server whether it is ready. Made to be run every few seconds in a process of its own with
 * a heap of 16 MB: it uses the old client of the JDK, which starts fastest, and no libraries.
 */
final class HealthCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int OK = 200;
  private static final int MAX_REASON_BYTES = 2_000;

  private HealthCheck() {}

  /** Why the server is not ready; empty if it is. */
  static Optional<String> problem(URI server) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(server + "/readyz").toURL().openConnection();
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      connection.setInstanceFollowRedirects(false);
      int status = connection.getResponseCode();
      return status == OK
          ? Optional.empty()
          : Optional.of("%s is not ready: %d %s".formatted(server, status, body(connection)));
    } catch (IOException noAnswer) {
      return Optional.of("%s does not answer: %s".formatted(server, noAnswer.getMessage()));
    }
  }

  private static String body(HttpURLConnection connection) throws IOException {
    try (InputStream body = connection.getErrorStream()) {
      return body == null
          ? ""
          : new String(body.readNBytes(MAX_REASON_BYTES), StandardCharsets.UTF_8).strip();
    }
  }
}
