package dev.kindred.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the container starts, in a folder that is laid out as the container is. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ContainerJourney {
  private static final Path CHECKOUT = Launcher.FILE.resolveSibling("");
  private static final Map<String, String> LINKED =
      Map.of(
          "kindred.jar", "target/kindred.jar",
          "lib", "target/lib",
          "models", "models");

  @TempDir private Path folder;
  private Path home;
  private Path command;

  @BeforeEach
  void layOut() throws IOException {
    home = Files.createDirectory(folder.resolve("kindred"));
    for (Map.Entry<String, String> copied : LINKED.entrySet()) {
      Files.createSymbolicLink(home.resolve(copied.getKey()), CHECKOUT.resolve(copied.getValue()));
    }
    Path launch = Files.createDirectory(home.resolve("launch"));
    try (var files = Files.newDirectoryStream(CHECKOUT.resolve("src/launch"))) {
      for (Path file : files) {
        Files.copy(file, launch.resolve(file.getFileName()));
      }
    }
    command = Files.createSymbolicLink(folder.resolve("command"), launch.resolve("container.sh"));
  }

  /** JUnit warns of each that it finds. */
  @AfterEach
  void unlink() throws IOException {
    for (String name : LINKED.keySet()) {
      Files.delete(home.resolve(name));
    }
    Files.delete(command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+PrintCommandLineFlags",
        "-XX:+PrintCommandLineFlags -XX:+UseParallelGC",
        "-XX:+PrintCommandLineFlags -XX:+UseGCOverheadLimit"
      })
  void itGivesTheJvmTheFlagsThatTheLauncherGives(String options) throws IOException {
    Map<String, String> environment = Map.of("KINDRED_JAVA_OPTS", options);
    String there = Launcher.run(environment, "--version").out();
    assertThat(there).contains("-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=50");
    boolean isSerial = !options.contains("UseParallelGC");
    assertThat(there.contains("-XX:+UseSerialGC")).isEqualTo(isSerial);
    assertThat(there.contains("-XX:MaxNewSize=" + (128 << 20))).isEqualTo(isSerial);
    assertThat(run(environment, "--version").out()).isEqualTo(there);
  }

  @ParameterizedTest
  @CsvSource({
    "KINDRED_JAVA_OPTS, -XX:+UseZGC",
    "JAVA_TOOL_OPTIONS, -XX:+UseParallelGC",
    "JDK_JAVA_OPTIONS, -XX:+UseG1GC"
  })
  void aCollectorForTheServerStopsNeitherItNorItsHealthCheck(String variable, String option)
      throws IOException {
    Map<String, String> environment = Map.of(variable, option);
    assertThat(run(environment, "--version").out()).startsWith("kindred ");
    Launcher.Ended asked = run(environment, "health", "--port", "1");
    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.err()).startsWith("http://127.0.0.1:1 does not answer");
  }

  @Test
  void whereTmpCannotBeWrittenTemporaryFilesAreInSharedMemory() throws IOException {
    Map<String, String> environment =
        Map.of(
            "KINDRED_JAVA_OPTS",
            "-XshowSettings:properties",
            "TMPDIR",
            folder.resolve("none").toString());
    assertThat(run(environment, "--version").err()).contains("java.io.tmpdir = /dev/shm");
  }

  @Test
  void nativeCodeThatTheImageHasIsTaken() throws IOException {
    Path unpacked = Files.createDirectories(home.resolve("native/onnxruntime"));
    Path jna = Files.createDirectories(home.resolve("native/jna"));
    Path zstd = Files.createDirectories(home.resolve("native/zstd")).resolve("libzstd-jni.so");
    Files.createFile(zstd);
    Map<String, String> environment = Map.of("KINDRED_JAVA_OPTS", "-XshowSettings:properties");
    assertThat(run(environment, "--version").err())
        .contains("onnxruntime.native.path = " + unpacked.toRealPath())
        .contains("jna.boot.library.path = " + jna.toRealPath())
        .contains("ZstdNativePath = " + zstd.toRealPath());
  }

  @Test
  void theImageHasNoFlagsOfItsOwn() throws IOException {
    String all = Files.readString(CHECKOUT.resolve("Dockerfile"));
    assertThat(all.substring(all.indexOf("FROM scratch")))
        .contains("ENTRYPOINT [\"kindred\"]", "CMD [\"kindred\", \"health\"]")
        .doesNotContain("-XX:", "-Xm", "--add-modules");
  }

  /** In an environment without a setting but the given ones, with the JDK of these tests. */
  private Launcher.Ended run(Map<String, String> environment, String... arguments)
      throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    all.put("PATH", java + ":" + System.getenv("PATH"));
    return Launcher.run(command, all, arguments);
  }
}
