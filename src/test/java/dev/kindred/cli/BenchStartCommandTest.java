package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchStartCommandTest {
  private static final Instant BUILT = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void onlyACacheThatIsNewerThanTheJarIsTheBuilds() throws IOException {
    Path jar = file("kindred.jar", BUILT);
    assertThat(BenchStartCommand.cacheOf(jar)).isEmpty();

    Path cache = file("kindred.aot", BUILT.plusSeconds(5));
    assertThat(BenchStartCommand.cacheOf(jar)).contains(cache);

    file("kindred.aot", BUILT.minusSeconds(5));
    assertThat(BenchStartCommand.cacheOf(jar)).isEmpty();
  }

  private Path file(String name, Instant time) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "");
    return Files.setLastModifiedTime(file, FileTime.from(time));
  }
}
