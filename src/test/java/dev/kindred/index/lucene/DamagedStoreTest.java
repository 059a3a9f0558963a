package dev.kindred.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stores of which something is missing or wrong. */
class DamagedStoreTest extends StoreInAFolder {
  @Test
  void anInterruptedFirstOpeningIsDoneAgain() throws IOException {
    open().close();
    Files.delete(folder.resolve("current"));
    Files.delete(folder.resolve("g000001/manifest.json"));

    open().close();

    assertThat(folder.resolve("current")).hasContent("g000001");
  }

  @Test
  void papersAreNotDeletedBecauseCurrentWasLost() throws IOException {
    fillWithEmbedded();
    Files.delete(folder.resolve("current"));

    assertThatThrownBy(this::open)
        .isInstanceOf(UnusableStore.class)
        .hasMessageContainingAll("current", "g000001");
    Files.writeString(folder.resolve("current"), "g000001");
    open().close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "current | nonsense | names no generation",
        "current | g000009 | that folder is missing",
        "g000001/manifest.json | { | manifest.json",
        "g000001/manifest.json | {} | names no format",
        "g000001/manifest.json | {\"format\": 3} | reads formats 1 to 2",
        "g000001/manifest.json | {\"format\": 2} | manifest.json",
        "g000001/manifest.json | {\"format\": 2, \"created\": \"x\", \"identity\": null} | manifest.json",
      })
  void damagedSmallFilesAreClearErrors(String file, String content, String message)
      throws IOException {
    fillWithEmbedded();
    Files.writeString(folder.resolve(file), content);

    assertThatThrownBy(this::open).isInstanceOf(UnusableStore.class).hasMessageContaining(message);
    assertThatThrownBy(() -> LuceneStore.openReadOnly(folder).view())
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining(message);
  }

  @Test
  void aMissingManifestIsAClearError() throws IOException {
    fillWithEmbedded();
    Files.delete(folder.resolve("g000001/manifest.json"));

    assertThatThrownBy(this::open)
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining("manifest.json is missing");
  }

  @Test
  void aMissingIndexIsDamageAndNoEmptyCollection() throws IOException {
    fillWithEmbedded();
    try (Stream<Path> files = Files.list(folder.resolve("g000001/index"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }

    assertThatThrownBy(this::open).isInstanceOf(UnusableStore.class);
  }

  @ParameterizedTest
  @CsvSource({"segments, 0", "segments, 40", ".cfs, 10", ".cfe, 10", ".si, 0"})
  void aDamagedIndexIsAClearError(String part, int kept) throws IOException {
    fillWithEmbedded();
    Path damaged;
    try (Stream<Path> files = Files.list(folder.resolve("g000001/index"))) {
      damaged =
          files
              .filter(file -> file.getFileName().toString().contains(part))
              .findFirst()
              .orElseThrow();
    }
    byte[] content = Files.readAllBytes(damaged);
    Files.write(damaged, Arrays.copyOf(content, kept));

    assertThatThrownBy(this::open)
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining(folder.toString());
    assertThatThrownBy(() -> LuceneStore.openReadOnly(folder).view())
        .isInstanceOf(UnusableStore.class);
    Files.write(damaged, content);
    open().close();
  }
}
