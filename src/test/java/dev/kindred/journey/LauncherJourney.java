package dev.kindred.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.json.PaperJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as somebody uses it who has just cloned the project. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherJourney {
  private static final Path LAUNCHER = Path.of("kindred").toAbsolutePath();
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  @TempDir private Path folder;

  private record Ended(int exitCode, String out, String err) {}

  @Test
  void theDemoAnswersAndEndsAtCtrlC() throws Exception {
    Process demo = start(Map.of("TMPDIR", folder.toString()), "demo", "--port", "0");
    String url = awaitAddress(demo);
    assertThat(get(url + "/readyz").path("status").textValue()).isEqualTo("ready");
    assertThat(get(url + "/v1/status").path("pending").intValue()).isZero();
    JsonNode answer = get(url + "/v1/search?q=how+do+plants+sense+drought");
    String best = answer.path("results").path(0).path("title").textValue();
    assertThat(best).containsIgnoringCase("drought");
    assertThat(interrupted(demo)).isEqualTo(130);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aServerIsFoundHealthyAndEndsGracefullyAtSigterm() throws Exception {
    Path data = folder.resolve("store");
    Process server = start(Map.of(), "serve", "--port", "0", "--data", data.toString());
    awaitAddress(server);
    assertThat(run(Map.of(), "health", "--data", data.toString())).isEqualTo(new Ended(0, "", ""));
    server.destroy();
    assertThat(server.waitFor()).isEqualTo(143);
    assertThat(data.resolve("serving.json")).doesNotExist();
    assertThat(run(Map.of(), "health", "--data", data.toString(), "--port", "1").exitCode())
        .isEqualTo(1);
  }

  @Test
  void anUnknownCommandIsAUsageError() throws Exception {
    Ended ended = run(Map.of(), "serch");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("'serch'", "Did you mean", "search");
  }

  @Test
  void badSettingsAreToldTogether() throws Exception {
    Map<String, String> environment = Map.of("KINDRED_PORT", "http", "KINDRED_MODEL", "a/b");
    Ended ended = run(environment, "serve", "--data", folder.toString());
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .contains("KINDRED_PORT is \"http\"; it must be", "KINDRED_MODEL is \"a/b\"; it must be");
  }

  @Test
  void theJvmSaysNothingOfItsOwn() throws Exception {
    Ended ended = run(Map.of(), "--version");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).matches("kindred \\d+\\.\\d+\\.\\d+\\n");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void itWorksThroughASymbolicLinkFromAnyFolder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("k"), LAUNCHER);
    Process models = builder(Map.of(), link, "models", "--json").directory(folder.toFile()).start();
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
    Ended found =
        run(Map.of("LC_ALL", "C"), "search", "--mode", "lexical", "--data", data, "Ölkäfer");
    assertThat(found.out()).contains("Ölkäfer über Mäusen", "ü/1");
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

  private static JsonNode get(String url) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build();
      return PaperJson.parse(client.send(request, BodyHandlers.ofString()).body());
    } catch (IOException noAnswer) {
      throw new UncheckedIOException(noAnswer);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private Ended run(Map<String, String> environment, String... arguments) throws Exception {
    Path out = Files.createTempFile("kindred", ".out");
    Path err = Files.createTempFile("kindred", ".err");
    Process process =
        builder(environment, LAUNCHER, arguments)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    Ended ended = new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return ended;
  }

  private static Process start(Map<String, String> environment, String... arguments)
      throws IOException {
    return builder(environment, LAUNCHER, arguments).start();
  }

  private static ProcessBuilder builder(
      Map<String, String> environment, Path launcher, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().keySet().removeIf(name -> name.startsWith("KINDRED_"));
    builder.environment().putAll(environment);
    return builder;
  }
}
