package dev.kindred.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in a real browser: runs {@code src/test/browser} against a server with the sample
 * papers. Needs Node, Chromium and the packages that {@code npm ci} installs there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 8, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrowserJourney {
  private static final String MODEL = "all-MiniLM-L6-v2";
  private static final Path TESTS = Path.of("src/test/browser").toAbsolutePath();

  /** Where it is set, as by {@code .ci/run}, these tests fail for want of a browser. */
  private static final boolean REQUIRED = Boolean.getBoolean("kindred.browser");

  @TempDir Path folder;

  @BeforeAll
  void thereIsABrowser() {
    List<Path> needed =
        List.of(
            Path.of("/usr/bin/node"),
            Path.of(chromium()),
            TESTS.resolve("node_modules/playwright-core"),
            TESTS.resolve("node_modules/axe-core"));
    List<Path> missing = needed.stream().filter(path -> !Files.exists(path)).toList();
    assertThat(REQUIRED && !missing.isEmpty()).as("missing: %s", missing).isFalse();
    assumeTrue(
        missing.isEmpty(),
        () -> "skipped: the browser tests lack %s; .ci/run installs them".formatted(missing));
  }

  private static String chromium() {
    return System.getProperty("kindred.chromium", "/usr/bin/chromium");
  }

  /** Where a page of another origin will be, which the server has to know before. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void thePagesDoWhatTheirTestsSay() throws IOException {
    Path store = folder.resolve("store");
    Path samples = Path.of("src/main/resources/samples/papers.jsonl");
    Launcher.Ended imported =
        Launcher.run("import", "--data", store.toString(), "--model", MODEL, samples.toString());
    assertThat(imported.exitCode()).as(imported.err()).isZero();
    Launcher.Ended key =
        Launcher.run(
            "keys", "create", "--data", store.toString(), "--name", "a test", "--role", "admin");
    assertThat(key.exitCode()).as(key.err()).isZero();
    String other = Integer.toString(freePort());
    String origin = "http://127.0.0.1:" + other;
    try (ServingProcess server =
        ServingProcess.start(store, MODEL, "--cors", origin, "--public-search")) {
      Path output = folder.resolve("browser.out");
      ProcessBuilder tests =
          new ProcessBuilder(
                  "node", "--test", "--test-concurrency=1", "--test-reporter=spec", TESTS + "/")
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      tests.environment().put("KINDRED_URL", server.api().url());
      tests.environment().put("KINDRED_OTHER_PORT", other);
      tests.environment().put("KINDRED_ADMIN_KEY", key.out().strip());
      tests.environment().put("CHROMIUM", chromium());
      int exitCode = Launcher.exitCode(tests.start());
      String said = Files.readString(output);
      System.out.println(said);
      assertThat(exitCode).as(said).isZero();
    }
  }
}
