package dev.kindred.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.Waiting;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server started by the launcher, as an operator would, on a port of its own choice. */
final class ServingProcess implements AutoCloseable {
  private final Process process;
  private final Api api;

  private ServingProcess(Process process, Api api) {
    this.process = process;
    this.api = api;
  }

  /** Starts a server over a data folder and waits until it is ready. */
  static ServingProcess start(Path data, String model, String... more) throws IOException {
    Path record = data.resolve("serving.json");
    Files.deleteIfExists(record);
    ProcessBuilder command =
        Launcher.command("serve", "--data", data.toString(), "--port", "0", "--model", model);
    command.command().addAll(List.of(more));
    Process process =
        command
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(data.resolveSibling("server.log").toFile()))
            .start();
    Waiting.until("the server has written its address", () -> Files.exists(record));
    Api api = new Api(PaperJson.parse(Files.readString(record)).path("url").textValue());
    Waiting.until("the server is ready", () -> api.get("/readyz").statusCode() == 200);
    return new ServingProcess(process, api);
  }

  Api api() {
    return api;
  }

  /** Waits until nothing is pending; the status then. */
  JsonNode awaitEmbedded(Duration patience) {
    Waiting.until(
        "nothing is pending", patience, () -> api.status().path("pending").asInt(-1) == 0);
    return api.status();
  }

  /** The kernel's kill, without a chance to tidy up (kill -9). */
  void kill() {
    List<ProcessHandle> all = process.descendants().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    awaitEnd();
  }

  /** Lets the writer write until the server is killed under its hands. */
  void killWhile(Duration delay, Runnable writeUntilNoAnswer) {
    Thread killer =
        Thread.ofVirtual()
            .start(() -> {
              LockSupport.parkNanos(delay.toNanos());
              kill();
            });
    writeUntilNoAnswer.run();
    try {
      killer.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(Waiting.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the server did not end");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    api.close();
  }
}
