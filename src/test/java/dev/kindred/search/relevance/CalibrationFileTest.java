package dev.kindred.search.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.CosineBand;
import dev.kindred.embedding.ModelIdentity.Compatible;
import dev.kindred.embedding.Pooling;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationFileTest {
  private static final Calibration CALIBRATION =
      new Calibration(
          model("bge"), new CosineBand(.575, .9, 120), Instant.parse("2026-05-01T10:00:00Z"));

  @TempDir private Path store;
  private CalibrationFile file;

  @BeforeEach
  void chooseFile() {
    file = CalibrationFile.in(store);
  }

  private static Compatible model(String name) {
    return new Compatible(
        name, "a1", "b2", Pooling.CLS, "Query: ", "", 512, 384, "title. abstract/2", "recipe/1");
  }

  @Test
  void whatWasWrittenIsReadBack() throws IOException {
    file.write(CALIBRATION);

    assertThat(file.of(model("bge"))).contains(CALIBRATION);
    try (Stream<Path> left = Files.list(store)) {
      assertThat(left).containsExactly(store.resolve("calibration.json"));
    }
  }

  @Test
  void writingAgainReplacesIt() {
    file.write(CALIBRATION);
    Calibration later = new Calibration(model("bge"), new CosineBand(.6, .92, 240), Instant.EPOCH);
    file.write(later);

    assertThat(file.of(model("bge"))).contains(later);
  }

  @Test
  void aStoreWithoutOneHasNone() {
    assertThat(file.of(model("bge"))).isEmpty();
  }

  @Test
  void thatOfAnotherModelIsIgnored() {
    file.write(CALIBRATION);

    assertThat(file.of(model("e5"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | | not valid JSON at line 2",
        "\"format\" : 1 | \"format\" : 2 | its format is 2; it must be 1",
        "\"noise\" : 0.575 | \"noise\" : 0.95 | noise 0.95 and match 0.9 of 120 papers are no band",
        "\"noise\" : 0.575 | \"noise\" : \"low\" | not a valid `double` value",
        "\"noise\" : 0.575 | \"quiet\" : 0.575 | Missing creator property 'noise'",
        "2026-05-01 | yesterday | measured is no time: yesterdayT10:00:00Z",
      })
  void aFileThatCannotBeUsedIsNamedWithTheRemedy(String from, String to, String complaint)
      throws IOException {
    file.write(CALIBRATION);
    String before = Files.readString(file.path());
    assertThat(before).contains(from);
    Files.writeString(file.path(), before.replaceFirst(quoted(from), to == null ? "" : to));

    assertThatThrownBy(() -> file.of(model("bge")))
        .isInstanceOf(UnusableStore.class)
        .hasMessageContainingAll(
            file.path().toString(), complaint, "kindred calibrate", "delete it");
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text);
  }

  @Test
  void anEmptyFileIsNamedToo() throws IOException {
    Files.writeString(file.path(), "");

    assertThatThrownBy(() -> file.of(model("bge")))
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining("calibration.json cannot be used");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() {
    CalibrationFile nowhere = CalibrationFile.in(store.resolve("gone"));

    assertThatThrownBy(() -> nowhere.write(CALIBRATION))
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining("calibration.json cannot be written");
  }
}
