package dev.kindred;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;

class OldGenerationTest {
  private static final long MIB = 1 << 20;

  @Test
  void itIsCollectedWhenItHasGrownByTheMarginAndByHalf() {
    OldGeneration generation = new OldGeneration(48, Duration.ofSeconds(1));
    assertThat(generation.isDue(48, 0)).isFalse();
    assertThat(generation.isDue(49, 0)).isTrue();
    assertThat(generation.isDue(128, 80)).isFalse();
    assertThat(generation.isDue(129, 80)).isTrue();
    assertThat(generation.isDue(300, 200)).isFalse();
    assertThat(generation.isDue(301, 200)).isTrue();
  }

  @Test
  void theSerialCollectorsHeapDoesNotGrowByGarbage() throws IOException, InterruptedException {
    assertThat(mebibytesAtMost("watched")).isLessThan(mebibytesAtMost("unwatched") / 2);
  }

  private static long mebibytesAtMost(String how) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmn4m",
                "-Xms8m",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Aging.class.getName(),
                how)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return Long.parseLong(said.strip());
  }

  /** Lets objects grow old before it drops them, for a second; says how much memory that took. */
  static final class Aging {
    private Aging() {}

    public static void main(String[] how) {
      if (how[0].equals("watched")) {
        new OldGeneration(16 * MIB, Duration.ofMillis(5)).watch();
      }
      ArrayDeque<byte[]> kept = new ArrayDeque<>();
      long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
      long most = 0;
      while (System.nanoTime() < end) {
        kept.add(new byte[1024]);
        if (kept.size() > 8 * 1024) {
          kept.remove();
        }
        most = Math.max(most, heap());
      }
      System.out.println(most / MIB);
    }

    private static long heap() {
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
  }
}
