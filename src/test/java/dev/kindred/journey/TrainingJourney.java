package dev.kindred.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the launcher makes the AOT cache, in an installation that has none yet. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TrainingJourney {
  private static final List<String> LINKED = List.of("src/build", "models", "target/lib");

  @TempDir private Path home;
  private Path launcher;
  private Path target;

  @BeforeEach
  void install() throws IOException {
    Path checkout = Launcher.FILE.resolveSibling("");
    target = Files.createDirectory(home.resolve("target"));
    Path launch = Files.createDirectories(home.resolve("src/launch"));
    try (var files = Files.newDirectoryStream(checkout.resolve("src/launch"))) {
      for (Path file : files) {
        Files.copy(file, launch.resolve(file.getFileName()));
      }
    }
    for (String folder : LINKED) {
      Files.createSymbolicLink(home.resolve(folder), checkout.resolve(folder));
    }
    launcher = Files.copy(Launcher.FILE, home.resolve("kindred"));
    Files.copy(checkout.resolve("target/kindred.jar"), target.resolve("kindred.jar"));
  }

  /** JUnit warns of each that it finds. */
  @AfterEach
  void unlink() throws IOException {
    for (String folder : LINKED) {
      Files.deleteIfExists(home.resolve(folder));
    }
    Files.deleteIfExists(home.resolve("jdk/bin"));
  }

  @Test
  void theFirstStartTrainsOnceAndQuestionsForHelpDoNot() throws Exception {
    Path left = Files.createFile(target.resolve("kindred-1.aot.999999999"));
    for (String asked : List.of("--help", "--version", "search --help", "health --port 1")) {
      run(asked.split(" "));
      assertThat(files()).as(asked).contains(left.getFileName().toString()).hasSize(3);
    }

    assertThat(run("models").err()).isEmpty();
    Path cache = onlyCache();

    var trained = Files.getLastModifiedTime(cache);
    run("models");
    assertThat(Files.getLastModifiedTime(onlyCache())).isEqualTo(trained);
  }

  @Test
  void otherFlagsAndAnotherJdkAreTrainedAnewAndTheOldCacheGoes() throws Exception {
    Path old = Files.createFile(target.resolve("kindred.aot"));
    run("models");
    Path first = onlyCache();
    assertThat(old).doesNotExist();

    Path flags = home.resolve("src/launch/program.flags");
    Files.writeString(flags, "-XX:+UseStringDeduplication\n", StandardOpenOption.APPEND);
    assertThat(run("models").err()).isEmpty();
    Path second = onlyCache();
    assertThat(second).isNotEqualTo(first);

    Map<String, String> updated = Map.of("KINDRED_JAVA_HOME", updatedJdk().toString());
    assertThat(Launcher.run(launcher, updated, "models").err()).isEmpty();
    assertThat(onlyCache()).isNotIn(first, second);
  }

  /** The JDK of these tests, which says that it is another version. */
  private Path updatedJdk() throws IOException {
    Path jdk = Path.of(System.getProperty("java.home"));
    Path updated = Files.createDirectory(home.resolve("jdk"));
    Files.createSymbolicLink(updated.resolve("bin"), jdk.resolve("bin"));
    Files.writeString(
        updated.resolve("release"), Files.readString(jdk.resolve("release")) + "UPDATED=1\n");
    return updated;
  }

  private Path onlyCache() {
    assertThat(files()).hasSize(3).contains("kindred.jar", "lib");
    return files().stream()
        .filter(name -> name.matches("kindred-\\d+\\.aot"))
        .map(target::resolve)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void whoEndsTheTrainingEndsTheCommandAndNothingIsLeft(String signal, int exitCode)
      throws Exception {
    Process process = start("models");
    Waiting.until("it is trained", () -> files().stream().anyMatch(name -> name.endsWith(".log")));

    new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();

    assertThat(process.waitFor()).isEqualTo(exitCode);
    assertThat(process.inputReader().readAllAsString()).isEmpty();
    assertThat(files()).containsExactlyInAnyOrder("kindred.jar", "lib");
  }

  @Test
  void aTrainingThatFailsIsToldOnce() throws Exception {
    Files.delete(home.resolve("models"));

    assertThat(run("search", "--data", home.resolve("none").toString(), "ice").err())
        .contains("Training the start failed (" + target.resolve("launcher-training-"));
    Path log = target.resolve(onlyLog());
    assertThat(log).content().contains("there is no folder");
    assertThat(run("search", "--data", home.resolve("none").toString(), "ice").err())
        .doesNotContain("Training");
    assertThat(files())
        .containsExactlyInAnyOrder("kindred.jar", log.getFileName().toString(), "lib");
  }

  private String onlyLog() {
    return files().stream()
        .filter(name -> name.matches("launcher-training-\\d+\\.log"))
        .findFirst()
        .orElseThrow();
  }

  private Process start(String... arguments) throws IOException {
    return Launcher.command(launcher, Map.of(), arguments).start();
  }

  private Launcher.Ended run(String... arguments) throws IOException {
    return Launcher.run(launcher, Map.of(), arguments);
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(target)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
