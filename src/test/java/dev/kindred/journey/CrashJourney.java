package dev.kindred.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server is killed again and again while papers are put, changed and deleted, and while they are
 * embedded. What it had acknowledged must be there afterwards, and embedding must end complete and
 * true to the papers' last text.
 */
class CrashJourney {
  /** Its queries have no prefix, so that a paper's own text finds it with a cosine of 1. */
  private static final String MODEL = "all-MiniLM-L6-v2";

  private static final int ROUNDS = 5;
  private static final String[] WORDS =
      ("glacier enzyme harbour theorem neuron market violin comet protein bridge dialect plasma"
              + " orchard vaccine tariff lattice mosque turbine lichen sonnet")
          .split(" ");

  /** Texts of acknowledged papers by id, and ids whose last write was not answered. */
  private final Map<String, String> acknowledged = new TreeMap<>();

  private final Set<String> uncertain = new HashSet<>();

  @ParameterizedTest
  @ValueSource(longs = {20261123})
  void nothingAcknowledgedIsLostHoweverOftenTheServerIsKilled(long seed, @TempDir Path folder)
      throws IOException {
    Random random = new Random(seed);
    Path data = Files.createDirectory(folder.resolve("store"));
    for (int round = 0; round < ROUNDS; round++) {
      ServingProcess server = ServingProcess.start(data, MODEL);
      assertHoldsWhatWasAcknowledged(server);
      Thread killer = killLater(server, 500 + random.nextInt(3_500));
      writeUntilKilled(server, random);
      join(killer);
    }
    try (ServingProcess server = ServingProcess.start(data, MODEL)) {
      assertHoldsWhatWasAcknowledged(server);
      assertThat(acknowledged).hasSizeGreaterThan(100);
      awaitEmbedded(server);
      assertFindsEveryPaperByItsLastText(server);
    }
  }

  private static Thread killLater(ServingProcess server, int millis) {
    return Thread.ofVirtual()
        .start(() -> {
          LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
          server.kill();
        });
  }

  private void writeUntilKilled(ServingProcess server, Random random) {
    try {
      while (true) {
        switch (random.nextInt(4)) {
          case 0 -> putBatch(server, random);
          case 1, 2 -> changeOne(server, random);
          default -> deleteOne(server, random);
        }
      }
    } catch (UncheckedIOException killed) {
      server.awaitEnd();
    }
  }

  private void putBatch(ServingProcess server, Random random) {
    ObjectNode body = PaperJson.MAPPER.createObjectNode();
    ArrayNode papers = body.putArray("papers");
    Map<String, String> batch = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      String id = "paper/" + random.nextInt(400);
      batch.put(id, text(random));
    }
    batch.forEach((id, text) -> papers.add(paper(id, text)));
    uncertain.addAll(batch.keySet());
    ServingProcess.Answer answer = server.post("/v1/papers", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    acknowledged.putAll(batch);
    uncertain.removeAll(batch.keySet());
  }

  private void changeOne(ServingProcess server, Random random) {
    String id = "paper/" + random.nextInt(400);
    String text = text(random);
    uncertain.add(id);
    ServingProcess.Answer answer = server.put("/v1/papers/" + encoded(id), paper(id, text));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    acknowledged.put(id, text);
    uncertain.remove(id);
  }

  private void deleteOne(ServingProcess server, Random random) {
    String id = "paper/" + random.nextInt(400);
    uncertain.add(id);
    ServingProcess.Answer answer = server.delete("/v1/papers/" + encoded(id));
    assertThat(answer.statusCode()).isIn(204, 404);
    acknowledged.remove(id);
    uncertain.remove(id);
  }

  /** After a kill, the answer to the last write was lost: it may have happened or not. */
  private void assertHoldsWhatWasAcknowledged(ServingProcess server) {
    Map<String, String> held = allPapers(server);
    for (String id : uncertain) {
      acknowledged.remove(id);
      if (held.containsKey(id)) {
        acknowledged.put(id, held.get(id));
      }
    }
    uncertain.clear();
    assertThat(held).isEqualTo(acknowledged);
  }

  private static Map<String, String> allPapers(ServingProcess server) {
    Map<String, String> papers = new TreeMap<>();
    String cursor = "";
    do {
      JsonNode page = server.get("/v1/papers?limit=150" + cursor).json();
      page.path("papers")
          .forEach(p -> papers.put(p.path("id").textValue(), p.path("abstract").textValue()));
      cursor = page.path("next").isTextual() ? "&cursor=" + page.path("next").textValue() : "";
    } while (!cursor.isEmpty());
    return papers;
  }

  private void awaitEmbedded(ServingProcess server) {
    ServingProcess.waitUntil(
        "nothing is pending",
        Duration.ofMinutes(2),
        () -> server.status().path("pending").intValue() == 0);
    JsonNode status = server.status();
    assertThat(status.path("papers").intValue()).isEqualTo(acknowledged.size());
    assertThat(status.path("embedded").intValue()).isEqualTo(acknowledged.size());
    assertThat(status.path("failed").intValue()).isZero();
  }

  private void assertFindsEveryPaperByItsLastText(ServingProcess server) {
    List<String> wrong = new ArrayList<>();
    acknowledged.forEach((id, text) -> {
      JsonNode first =
          server
              .get("/v1/search?mode=semantic&limit=1&q=" + encoded(text))
              .json()
              .path("results")
              .path(0);
      if (first.path("score").doubleValue() < 0.9999) {
        wrong.add(id + " found with " + first.path("score"));
      }
    });
    assertThat(wrong).isEmpty();
  }

  private static JsonNode paper(String id, String text) {
    return PaperJson.MAPPER.createObjectNode().put("id", id).put("abstract", text);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("On the");
    for (int i = 0; i < 25; i++) {
      text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.append(' ').append(random.nextInt(1_000_000)).append('.').toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
