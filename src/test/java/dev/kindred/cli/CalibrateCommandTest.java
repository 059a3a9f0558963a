package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the sample papers, with a real model. */
class CalibrateCommandTest {
  private static final String SAMPLES = "src/main/resources/samples/papers.jsonl";

  @TempDir private static Path folder;
  private static Path data;
  private static Path file;

  @BeforeAll
  static void importSamples() {
    data = folder.resolve("store");
    file = data.resolve("calibration.json");
    CommandRun run = CommandRun.of("import", "--data", data.toString(), SAMPLES);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @BeforeEach
  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  private static CommandRun calibrate(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "calibrate";
    all[1] = "--data";
    all[2] = data.toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return CommandRun.of(all);
  }

  @Test
  void theCollectionsOwnNumbersAreShownBesideTheModelsAndKept() throws IOException {
    CommandRun run = calibrate();
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("before +after")
        .contains("judged by meaning alone")
        .containsPattern("cosine of noise +0\\.\\d{3} +0\\.\\d{3}\n")
        .containsPattern(
            "of 120 own titles: the paper itself strong +\\d+\\.\\d % +\\d+\\.\\d %\n");
    assertThat(run.err()).contains("Written to " + file);
    assertThat(Files.readString(file)).contains("\"papers\" : 120", CommandRun.MODEL);

    CommandRun again = calibrate("--dry-run");
    assertThat(again.out()).containsPattern("cosine of noise +(0\\.\\d{3}) +\\1\n");
  }

  @Test
  void aDryRunChangesNothing() {
    CommandRun run = calibrate("--dry-run");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("cosine of a match");
    assertThat(file).doesNotExist();
  }

  @Test
  void itWorksBesideARunningServerWhichTakesItUpLater() {
    try (ServedFolder served = ServedFolder.start(data)) {
      CommandRun run = calibrate();
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).contains("It holds for process ", " from its next start on.");
      assertThat(served.data().resolve("calibration.json")).exists();
    }
  }

  @Test
  void aDamagedFileIsToldAndReplaced() throws IOException {
    Files.writeString(file, "{\"format\": 1}");
    CommandRun run = calibrate();
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("calibration.json cannot be used");
    assertThat(calibrate("--dry-run").err()).doesNotContain("cannot be used");
  }

  @Test
  void tooFewPapersAreRefused(@TempDir Path other) throws IOException {
    Path few = other.resolve("few.jsonl");
    Files.write(few, Files.readAllLines(Path.of(SAMPLES)).subList(0, 3));
    String store = other.resolve("store").toString();
    assertThat(CommandRun.of("import", "--data", store, few.toString()).exitCode()).isZero();

    CommandRun run = CommandRun.of("calibrate", "--data", store);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("3 papers are embedded; calibrating needs at least 50");
  }

  @Test
  void aMissingStoreIsRefused(@TempDir Path other) {
    CommandRun run = CommandRun.of("calibrate", "--data", other.resolve("none").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("there is no store in");
  }

  @Test
  void aServerElsewhereIsNotCalibrated() {
    CommandRun run =
        CommandRun.with(Map.of("KINDRED_SERVER", "http://localhost:1"), "calibrate", "--dry-run");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("KINDRED_SERVER is", "calibrate must be run where the store is");
  }
}
