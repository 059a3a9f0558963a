package dev.kindred.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A server started by the launcher, as an operator would, on a port of its own choice. */
final class ServingProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;

  private ServingProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts a server over a data folder and waits until it is ready. */
  static ServingProcess start(Path data, String model) throws IOException {
    Path record = data.resolve("serving.json");
    Files.deleteIfExists(record);
    ProcessBuilder builder =
        new ProcessBuilder(
            "./kindred", "serve", "--data", data.toString(), "--port", "0", "--model", model);
    builder.environment().keySet().removeIf(name -> name.startsWith("KINDRED_"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(data.resolveSibling("server.log").toFile()));
    Process process = builder.start();
    waitUntil("the server has written its address", () -> Files.exists(record));
    String url = PaperJson.parse(Files.readString(record)).path("url").textValue();
    ServingProcess serving = new ServingProcess(process, url);
    waitUntil("the server is ready", () -> serving.get("/readyz").statusCode() == 200);
    return serving;
  }

  record Answer(int statusCode, String body) {
    JsonNode json() {
      return PaperJson.parse(body);
    }
  }

  Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  Answer delete(String path) {
    return send(HttpRequest.newBuilder(URI.create(url + path)).DELETE());
  }

  Answer put(String path, JsonNode body) {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body.toString())));
  }

  Answer post(String path, JsonNode body) {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /**
   * Sends a request.
   *
   * @throws UncheckedIOException if there is no answer, as when the server has been killed
   */
  private Answer send(HttpRequest.Builder request) {
    try {
      var response = client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException noAnswer) {
      throw new UncheckedIOException(noAnswer);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  JsonNode status() {
    return get("/v1/status").json();
  }

  /** The kernel's kill, without a chance to tidy up (kill -9). */
  void kill() {
    List<ProcessHandle> all = process.descendants().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  void awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the server did not end");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }

  static void waitUntil(String what, BooleanSupplier condition) {
    waitUntil(what, PATIENCE, condition);
  }

  static void waitUntil(String what, Duration patience, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(patience);
    while (!holds(condition)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("waited " + patience + " until " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }
}
