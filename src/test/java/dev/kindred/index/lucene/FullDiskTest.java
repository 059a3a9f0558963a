package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.index.Counts;
import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Words;
import dev.kindred.paper.Paper;
import dev.kindred.paper.Rejection.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full: a small tmpfs, which only root may mount. */
@Tag("slow")
@Timeout(120)
class FullDiskTest {
  private static final int BATCH = 100;

  @TempDir Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk.toString()) == 0;
    assumeTrue(mounted, "mounting a small disk needs root");
    Files.write(disk.resolve("ballast"), new byte[6_000_000]);
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      run("umount", disk.toString());
    }
  }

  @Test
  void aFullDiskLosesNothingAcknowledgedAndHeals() throws IOException {
    int kept = 0;
    try (PaperIndex index = LuceneStore.open(disk.resolve("vectors"), IDENTITY)) {
      for (int round = 0; round < 3; round++) {
        kept = putUntilRefused(index, kept);
        assertThat(kept).isPositive();
        assertCount(index, kept);
      }

      Files.delete(disk.resolve("ballast"));
      index.put(batch(kept));
      assertCount(index, kept + BATCH);
    }
    try (PaperIndex index = LuceneStore.open(disk.resolve("vectors"), IDENTITY)) {
      assertCount(index, kept + BATCH);
    }
  }

  private static int putUntilRefused(PaperIndex index, int start) {
    int kept = start;
    try {
      while (true) {
        index.put(batch(kept));
        kept += BATCH;
      }
    } catch (Unavailable full) {
      assertThat(full.reason()).contains("cannot write", "No space left");
      return kept;
    }
  }

  private static void assertCount(PaperIndex index, int papers) {
    try (IndexView view = index.view()) {
      assertThat(view.counts()).isEqualTo(new Counts(papers, 0, papers, 0, 0));
      assertThat(view.matching(Words.of("title"), 5, Filter.NONE)).hasSize(5);
    }
  }

  private static List<Paper> batch(int start) {
    Random random = new Random(start);
    return IntStream.range(start, start + BATCH)
        .mapToObj(i -> paper("p" + i, "Title", incompressible(random)))
        .toList();
  }

  private static String incompressible(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      text.append(Long.toString(random.nextLong(), Character.MAX_RADIX)).append(' ');
    }
    return text.toString();
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
