package dev.kindred.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.Settings;
import dev.kindred.paper.json.PaperJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a command printed and ended with. */
record CommandRun(int exitCode, String out, String err) {
  /** The fastest of the bundled models. */
  static final String MODEL = "all-MiniLM-L6-v2";

  static CommandRun of(String... arguments) {
    return reading("", arguments);
  }

  static CommandRun reading(String standardInput, String... arguments) {
    return reading(new ByteArrayInputStream(standardInput.getBytes(UTF_8)), arguments);
  }

  static CommandRun reading(InputStream standardInput, String... arguments) {
    return run(settings(), standardInput, arguments);
  }

  /** With nothing set, so that every default holds. */
  static CommandRun unset(String... arguments) {
    return with(Map.of(), arguments);
  }

  /** With these variables of the environment only. */
  static CommandRun with(Map<String, String> environment, String... arguments) {
    return run(new Settings(environment, Path.of("")), InputStream.nullInputStream(), arguments);
  }

  private static CommandRun run(Settings settings, InputStream standardInput, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            standardInput,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Terminal.NONE);
    int exitCode = new Kindred(console, settings::resolve, "test").run(arguments);
    return new CommandRun(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static Settings settings() {
    return new Settings(Map.of("KINDRED_MODEL", MODEL), Path.of(""));
  }

  static Options options(Path data) {
    return settings().resolve(Map.of(Setting.DATA, data.toString(), Setting.PORT, "0"));
  }

  JsonNode json() {
    return PaperJson.parse(out);
  }

  List<String> outLines() {
    return out.lines().toList();
  }
}
