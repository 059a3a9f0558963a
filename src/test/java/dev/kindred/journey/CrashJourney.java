package dev.kindred.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server is killed again and again while papers are put, changed and deleted, and while they are
 * embedded. What it had acknowledged must be there afterwards, and embedding must end complete and
 * true to the papers' last text.
 */
class CrashJourney {
  /** Its queries have no prefix. */
  private static final String MODEL = "all-MiniLM-L6-v2";

  private static final int ROUNDS = 5;
  private static final String[] WORDS =
      ("glacier enzyme harbour theorem neuron market violin comet protein bridge dialect plasma"
              + " orchard vaccine tariff lattice mosque turbine lichen sonnet")
          .split(" ");

  private final AcknowledgedPapers papers = new AcknowledgedPapers();

  @ParameterizedTest
  @ValueSource(longs = {20261123})
  void nothingAcknowledgedIsLostHoweverOftenTheServerIsKilled(long seed, @TempDir Path folder)
      throws IOException {
    Random random = new Random(seed);
    Path data = Files.createDirectory(folder.resolve("store"));
    for (int round = 0; round < ROUNDS; round++) {
      try (ServingProcess server = ServingProcess.start(data, MODEL)) {
        papers.assertAllHeldBy(server.api());
        Duration delay = Duration.ofMillis(500 + random.nextInt(3_500));
        server.killWhile(delay, () -> writeUntilKilled(server.api(), random));
      }
    }
    try (ServingProcess server = ServingProcess.start(data, MODEL)) {
      papers.assertAllHeldBy(server.api());
      assertThat(papers.abstracts()).hasSizeGreaterThan(100);
      JsonNode status = server.awaitEmbedded(Duration.ofMinutes(2));
      assertThat(status.path("papers").intValue()).isEqualTo(papers.abstracts().size());
      assertThat(status.path("embedded").intValue()).isEqualTo(papers.abstracts().size());
      assertThat(status.path("failed").intValue()).isZero();
      papers.assertFoundByTheirText(server.api(), papers.abstracts().keySet());
    }
  }

  private void writeUntilKilled(Api api, Random random) {
    try {
      while (true) {
        switch (random.nextInt(4)) {
          case 0 -> papers.putTogether(api, batch(random));
          case 1, 2 -> papers.put(api, id(random), text(random));
          default -> papers.delete(api, id(random));
        }
      }
    } catch (UncheckedIOException killed) {
      // What was under way stays uncertain.
    }
  }

  private static Map<String, String> batch(Random random) {
    Map<String, String> batch = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      batch.put(id(random), text(random));
    }
    return batch;
  }

  private static String id(Random random) {
    return "paper/" + random.nextInt(400);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("On the");
    for (int i = 0; i < 25; i++) {
      text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.append(' ').append(random.nextInt(1_000_000)).append('.').toString();
  }
}
