package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchStartCommandTest {
  @TempDir private Path folder;

  @Test
  void theBuildsCacheIsWhatTheLauncherStartedThisProcessWith() throws IOException {
    Path cache = folder.resolve("kindred-1.aot");
    List<String> flags = List.of("-Xmn128m", "-XX:AOTCache=" + cache);
    assertThat(BenchStartCommand.cacheIn(flags)).isEmpty();

    Files.createFile(cache);
    assertThat(BenchStartCommand.cacheIn(flags)).contains(cache);
    assertThat(BenchStartCommand.cacheIn(List.of("-Xmn128m"))).isEmpty();
  }
}
