package dev.kindred.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts {@code ./kindred} as somebody at a shell does, with no setting but the given ones. */
final class Launcher {
  static final Path FILE = Path.of("kindred").toAbsolutePath();

  private Launcher() {}

  /** What a command that has ended left behind. */
  record Ended(int exitCode, String out, String err) {}

  static ProcessBuilder command(String... arguments) {
    return command(FILE, Map.of(), arguments);
  }

  static ProcessBuilder command(
      Path launcher, Map<String, String> environment, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().keySet().removeIf(name -> name.startsWith("KINDRED_"));
    builder.environment().putAll(environment);
    return builder;
  }

  /** Runs a command to its end. Its output goes through files: a pipe that nobody reads is full. */
  static Ended run(Map<String, String> environment, String... arguments) throws IOException {
    return run(FILE, environment, arguments);
  }

  /** The same of another installation's launcher. */
  static Ended run(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException {
    Path out = Files.createTempFile("kindred", ".out");
    Path err = Files.createTempFile("kindred", ".err");
    Process process =
        command(launcher, environment, arguments)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    Ended ended = new Ended(exitCode(process), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return ended;
  }

  static Ended run(String... arguments) throws IOException {
    return run(Map.of(), arguments);
  }

  static int exitCode(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
