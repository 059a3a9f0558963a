package dev.kindred.benchmark;

import dev.kindred.footprint.ResidentMemory;
import dev.kindred.paper.Rejection.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, asked until it says that it is ready, and then ended. */
public final class StartedServer {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
  private static final byte[] ARE_YOU_READY = HttpConnection.request("/readyz");
  private static final int READY = 200;

  private StartedServer() {}

  /**
   * What a start took.
   *
   * @param millis from the command until the server was ready
   * @param cpuMillis of all threads until then
   * @param residentBytes at that moment
   */
  public record Start(double millis, double cpuMillis, OptionalLong residentBytes) {}

  /**
   * Starts one and waits until it has ended again.
   *
   * @param command takes a port behind {@code --port}
   * @param log a file for what it says
   * @throws Unavailable if it does not become ready
   */
  public static Start start(List<String> command, Path log, Course course) {
    try {
      int port = freePort();
      List<String> whole = new ArrayList<>(command);
      whole.addAll(List.of("--port", String.valueOf(port)));
      long begun = System.nanoTime();
      Process process =
          new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      try {
        awaitReady(process, port, log, course);
        double millis = (System.nanoTime() - begun) / 1e6;
        double cpuMillis = process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
        return new Start(millis, cpuMillis, ResidentMemory.of(process.pid()));
      } finally {
        end(process);
      }
    } catch (IOException failure) {
      throw new Unavailable("a server could not be started: " + failure);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitReady(Process process, int port, Path log, Course course)
      throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady(port)) {
      course.requireGoingOn();
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new Unavailable(
            "a server was started and did not become ready; it said: "
                + Files.readString(log).strip());
      }
      pause(process);
    }
  }

  private static boolean isReady(int port) {
    try (HttpConnection connection = new HttpConnection(port)) {
      return connection.send(ARE_YOU_READY).status() == READY;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void pause(Process process) {
    try {
      boolean _ = process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while a server was starting");
    }
  }

  /** As an operator does; one that writes its AOT cache takes its time. */
  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        kill(process);
      }
    } catch (InterruptedException stop) {
      kill(process);
      Thread.currentThread().interrupt();
    }
  }

  private static void kill(Process process) {
    process.destroyForcibly().onExit().join();
  }
}
