package dev.kindred.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.Pooling;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapFileTest {
  @TempDir Path folder;

  private static final CollectionMap MAP =
      new CollectionMap(
          Instant.ofEpochMilli(1_700_000_000_123L),
          77,
          .91,
          65_535,
          40_000,
          List.of(
              new Region("öl, sea", 60_000, 2, OptionalInt.empty(), 2),
              new Region("ice", 5, 39_000, OptionalInt.of(0), 1)),
          List.of(
              new MapPoint(new PaperId("a/1"), 65_535, 0, 1, 2024, -5),
              new MapPoint(new PaperId("ü"), 0, 40_000, 0, 0, 9)));

  private MapFile file;

  private static ModelIdentity model(String name) {
    return new ModelIdentity(
        new ModelIdentity.Compatible(name, "w", "t", Pooling.MEAN, "", "", 256, 384, "c", "r"),
        new ModelIdentity.Recorded("g", "o", "p"));
  }

  private MapFile of(String name) {
    return new MapFile(folder.resolve("map"), model(name));
  }

  @BeforeEach
  void write() throws IOException {
    file = of("one");
    file.write(MAP);
  }

  @Test
  void whatWasKeptIsReadAgain() {
    assertThat(file.read()).contains(MAP);
    assertThat(folder.resolve("map.tmp")).doesNotExist();
  }

  @Test
  void aMapOfAnotherModelIsNone() {
    assertThat(of("two").read()).isEmpty();
  }

  @Test
  void whereThereIsNoFileThereIsNoMap() throws IOException {
    Files.delete(folder.resolve("map"));
    assertThat(file.read()).isEmpty();
  }

  @Test
  void aFileThatIsDamagedAnywhereOrCutOffIsNone() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("map"));
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 4;
      Files.write(folder.resolve("map"), damaged);
      assertThat(file.read()).as("damaged at %d", i).isEmpty();
      Files.write(folder.resolve("map"), Arrays.copyOf(whole, i));
      assertThat(file.read()).as("cut off at %d", i).isEmpty();
    }
  }

  @Test
  void aForeignFileIsNone() throws IOException {
    Files.writeString(folder.resolve("map"), "{\"not\": \"ours\", \"at\": \"all\"}");
    assertThat(file.read()).isEmpty();
  }
}
