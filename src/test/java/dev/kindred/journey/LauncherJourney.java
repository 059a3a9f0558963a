package dev.kindred.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.json.PaperJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher as somebody uses it who has just cloned the project. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherJourney {
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  @TempDir private Path folder;

  @Test
  void theDemoAnswersAndEndsAtCtrlC() throws Exception {
    Process demo = start(Map.of("TMPDIR", folder.toString()), "demo", "--port", "0");
    String url = awaitAddress(demo);
    try (Api api = new Api(url)) {
      assertThat(api.get("/readyz").json().path("status").textValue()).isEqualTo("ready");
      assertThat(api.status().path("pending").intValue()).isZero();
      JsonNode best = api.search("hybrid", "how do plants sense drought", 1).path(0);
      assertThat(best.path("title").textValue()).containsIgnoringCase("drought");
    }
    assertThat(interrupted(demo)).isEqualTo(130);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theRunThatTrainsTheCacheEndsByItself() throws Exception {
    Launcher.Ended ended =
        Launcher.run(
            Map.of("TMPDIR", folder.toString(), "KINDRED_MODEL", "all-MiniLM-L6-v2"),
            "demo",
            "--port",
            "0",
            "--rehearse");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).doesNotContain("Ctrl-C");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aServerIsFoundHealthyAndEndsGracefullyAtSigterm() throws Exception {
    Path data = folder.resolve("store");
    Process server = start(Map.of(), "serve", "--port", "0", "--data", data.toString());
    awaitAddress(server);
    assertThat(Launcher.run("health", "--data", data.toString()))
        .isEqualTo(new Launcher.Ended(0, "", ""));
    server.destroy();
    assertThat(server.waitFor()).isEqualTo(143);
    assertThat(data.resolve("serving.json")).doesNotExist();
    assertThat(Launcher.run("health", "--data", data.toString(), "--port", "1").exitCode())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "KINDRED_JAVA_OPTS, -XX:+UseZGC",
    "JAVA_TOOL_OPTIONS, -XX:+UseParallelGC",
    "JDK_JAVA_OPTIONS, -Xmx1g -XX:+UseG1GC"
  })
  void aHealthCheckTakesNoOptionsThatAreMeantForAServer(String variable, String options)
      throws Exception {
    Launcher.Ended ended = Launcher.run(Map.of(variable, options), "health", "--port", "1");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).startsWith("http://127.0.0.1:1 does not answer");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void aHeapThatIsSmallerThanTheUsualFirstOneIsPossible() throws Exception {
    Launcher.Ended ended = Launcher.run(Map.of("KINDRED_JAVA_OPTS", "-Xmx150m"), "--version");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).startsWith("kindred ");
  }

  @Test
  void anUnknownCommandIsAUsageError() throws Exception {
    Launcher.Ended ended = Launcher.run("serch");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("\"serch\" is not a command", "Did you mean", "search");
  }

  @Test
  void badSettingsAreToldTogether() throws Exception {
    Map<String, String> environment = Map.of("KINDRED_PORT", "http", "KINDRED_MODEL", "a/b");
    Launcher.Ended ended = Launcher.run(environment, "serve", "--data", folder.toString());
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .contains("KINDRED_PORT is \"http\"; it must be", "KINDRED_MODEL is \"a/b\"; it must be");
  }

  @Test
  void theJvmSaysNothingOfItsOwn() throws Exception {
    Launcher.Ended ended = Launcher.run("--version");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).matches("kindred \\d+\\.\\d+\\.\\d+\\n");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void itWorksThroughASymbolicLinkFromAnyFolder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("k"), Launcher.FILE);
    Process models =
        Launcher.command(link, Map.of(), "models", "--json").directory(folder.toFile()).start();
    String out = new String(models.getInputStream().readAllBytes(), UTF_8);
    assertThat(models.waitFor()).isZero();
    assertThat(PaperJson.parse(out).path("models").findValuesAsText("name"))
        .contains("bge-small-en-v1.5", "e5-small-v2", "all-MiniLM-L6-v2");
  }

  @Test
  void standardInputAndTextOfAnyScriptArePassedOn() throws Exception {
    String data = folder.resolve("store").toString();
    Process importing =
        start(Map.of("LC_ALL", "C"), "import", "--words-first", "--data", data, "-");
    try (var in = importing.getOutputStream()) {
      in.write("{\"id\": \"ü/1\", \"title\": \"Ölkäfer über Mäusen\"}\n".getBytes(UTF_8));
    }
    assertThat(importing.waitFor()).isZero();
    Launcher.Ended found =
        Launcher.run(
            Map.of("LC_ALL", "C"), "search", "--mode", "lexical", "--data", data, "Ölkäfer");
    assertThat(found.out()).contains("Ölkäfer über Mäusen", "ü/1");
  }

  @Test
  void numbersAreForProgramsToReadWhateverTheLocale() throws Exception {
    Launcher.Ended ended =
        Launcher.run(
            Map.of("KINDRED_JAVA_OPTS", "-Duser.language=ar -Duser.country=EG"),
            "search",
            "--limit",
            "5000",
            "words");
    assertThat(ended.err()).contains("--limit is 5000; it must be 1 to 100");
  }

  private static String awaitAddress(Process process) throws IOException {
    BufferedReader out = process.inputReader(UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher url = URL.matcher(line);
      if (url.find()) {
        return url.group();
      }
    }
    throw new AssertionError(
        "ended without an address: " + new String(process.getErrorStream().readAllBytes(), UTF_8));
  }

  private static int interrupted(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
    return process.waitFor();
  }

  private static Process start(Map<String, String> environment, String... arguments)
      throws IOException {
    return Launcher.command(Launcher.FILE, environment, arguments).start();
  }
}
