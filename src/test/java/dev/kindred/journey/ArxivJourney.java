package dev.kindred.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.TestData;
import dev.kindred.Waiting;
import dev.kindred.paper.json.PaperJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some thousand real papers: found by their words at once, embedded through kill after kill. */
@Tag("slow")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ArxivJourney {
  /** The fastest; and its queries have no prefix. */
  private static final String MODEL = "all-MiniLM-L6-v2";

  private static final int PAPERS = 3_000;
  private static final int KILLS = 4;
  private static final String REVISION = "Revision ";

  @TempDir private Path folder;
  private Path data;
  private Path file;
  private List<JsonNode> papers;

  @BeforeEach
  void takeTheFirstPapers() throws IOException {
    List<String> lines = lines(TestData.path("arxiv/abstracts.jsonl.gz"));
    papers = lines.stream().map(PaperJson::parse).toList();
    data = Files.createDirectory(folder.resolve("store"));
    file = Files.write(folder.resolve("papers.jsonl"), lines);
  }

  private static List<String> lines(Path packed) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(packed));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().limit(PAPERS).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {20261124})
  void foundByTheirWordsAtOnceAndEmbeddedThroughEveryKill(long seed) throws IOException {
    Random random = new Random(seed);
    Embedding embedding = new Embedding(random);
    try (ServingProcess server = ServingProcess.start(data, MODEL)) {
      assertThat(importFile().out())
          .isEqualTo("read 3000, new 3000, changed 0, unchanged 0, duplicates 0, rejected 0\n");
      assertThat(server.api().status().path("pending").intValue()).isGreaterThan(PAPERS / 2);
      assertFoundByTheirWords(server.api(), random);
      assertTellsRateAndTimeLeft(server.api());
      embedding.killWhileWriting(server);
    }
    for (int kill = 1; kill < KILLS; kill++) {
      embedding.assertNoneLost(status());
      try (ServingProcess server = ServingProcess.start(data, MODEL)) {
        embedding.papers.assertAllHeldBy(server.api());
        embedding.killWhileWriting(server);
      }
    }
    embedding.assertNoneLost(status());
    try (ServingProcess server = ServingProcess.start(data, MODEL)) {
      embedding.papers.assertAllHeldBy(server.api());
      JsonNode status = server.awaitEmbedded(Duration.ofMinutes(8));
      assertComplete(status, embedding.papers.abstracts().size());
      embedding.papers.assertAllHeldBy(server.api());
      embedding.papers.assertFoundByTheirText(server.api(), embedding.changed());
    }
  }

  /** Half of the papers come through a pipe, so that the import still reads when it is killed. */
  @Test
  void anImportKilledWhileItReadsIsMadeGoodByTheSameImport() throws IOException {
    Process reading =
        Launcher.command("import", "--data", data.toString(), "--model", MODEL, "-")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("import.log").toFile())
            .start();
    try (var in = reading.outputWriter(StandardCharsets.UTF_8)) {
      for (JsonNode paper : papers.subList(0, PAPERS / 2)) {
        in.write(paper + "\n");
      }
      in.flush();
      Waiting.until("the store holds some papers", () -> kept() > 0);
      assertThat(reading.isAlive()).isTrue();
      reading.destroyForcibly();
      assertThat(Launcher.exitCode(reading)).isEqualTo(128 + 9);
    }
    int kept = kept();
    assertThat(kept).isBetween(1, PAPERS / 2);

    assertThat(importFile("--words-first").out())
        .isEqualTo(
            "read 3000, new %d, changed 0, unchanged %d, duplicates 0, rejected 0\n"
                .formatted(PAPERS - kept, kept));
    try (ServingProcess server = ServingProcess.start(data, MODEL)) {
      new AcknowledgedPapers(abstracts()).assertAllHeldBy(server.api());
    }
  }

  /** What happens to the papers while they are embedded, and how far that was seen to be. */
  private final class Embedding {
    private final Random random;
    private final AcknowledgedPapers papers = new AcknowledgedPapers(abstracts());
    private int seen;
    private int writesSince;

    private Embedding(Random random) {
      this.random = random;
    }

    private void killWhileWriting(ServingProcess server) {
      Duration delay = Duration.ofMillis(1_000 + random.nextInt(7_000));
      server.killWhile(delay, () -> writeUntilKilled(server.api()));
    }

    private void writeUntilKilled(Api api) {
      try {
        while (true) {
          seen = api.status().path("embedded").intValue();
          writesSince = 0;
          for (int i = 0; i < 3; i++) {
            writesSince++;
            write(api);
          }
        }
      } catch (UncheckedIOException killed) {
        // What was under way stays uncertain.
      }
    }

    private void write(Api api) {
      List<String> ids = List.copyOf(papers.abstracts().keySet());
      String id = ids.get(random.nextInt(ids.size()));
      if (random.nextInt(3) == 0) {
        papers.delete(api, id);
      } else {
        papers.put(api, id, revised(id));
      }
    }

    /** Short enough for a query. */
    private String revised(String id) {
      String text = papers.abstracts().getOrDefault(id, "");
      String start = text.substring(0, Math.min(200, text.length()));
      return (REVISION + random.nextInt(1_000_000) + ". " + start).strip();
    }

    /** Each write can have taken one paper's embedding away, but nothing else may. */
    private void assertNoneLost(JsonNode status) {
      assertThat(status.path("embedded").intValue()).isGreaterThanOrEqualTo(seen - writesSince);
    }

    /** A change that a kill cut off is none; such a paper still has its title beside its text. */
    private Set<String> changed() {
      Set<String> changed = new TreeSet<>(papers.abstracts().keySet());
      changed.removeIf(id -> !papers.abstracts().getOrDefault(id, "").startsWith(REVISION));
      assertThat(changed).isNotEmpty();
      return changed;
    }
  }

  private Launcher.Ended importFile(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("import", "--data", data.toString(), file.toString()));
    command.addAll(List.of(options));
    Launcher.Ended ended = Launcher.run(command.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended;
  }

  /** How the store is while no server runs: exactly the last commit. */
  private JsonNode status() throws IOException {
    Launcher.Ended ended = Launcher.run("status", "--json", "--data", data.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return PaperJson.parse(ended.out());
  }

  /** How many papers are in the store; none if there is none yet. */
  private int kept() {
    try {
      Launcher.Ended ended = Launcher.run("status", "--json", "--data", data.toString());
      return ended.exitCode() == 0 ? PaperJson.parse(ended.out()).path("papers").intValue() : 0;
    } catch (IOException cannotStart) {
      throw new AssertionError(cannotStart);
    }
  }

  private Map<String, String> abstracts() {
    Map<String, String> abstracts = new TreeMap<>();
    papers.forEach(p -> abstracts.put(p.path("id").textValue(), p.path("abstract").textValue()));
    return abstracts;
  }

  private void assertFoundByTheirWords(Api api, Random random) {
    List<String> missing =
        IntStream.range(0, 30)
            .mapToObj(_ -> papers.get(random.nextInt(PAPERS)))
            .filter(paper -> !isFound(api, paper))
            .map(paper -> paper.path("title").textValue())
            .toList();
    assertThat(missing).isEmpty();
  }

  private static boolean isFound(Api api, JsonNode paper) {
    return api.search("lexical", paper.path("title").textValue(), 10)
        .findValuesAsText("id")
        .contains(paper.path("id").textValue());
  }

  private static void assertTellsRateAndTimeLeft(Api api) {
    Waiting.until(
        "the rate is known",
        () -> api.status().path("embedding").path("papers_per_second").doubleValue() > 0);
    assertThat(api.status().path("embedding").path("seconds_left").intValue()).isPositive();
  }

  private static void assertComplete(JsonNode status, int papers) {
    assertThat(status.path("papers").intValue()).isEqualTo(papers);
    assertThat(status.path("embedded").intValue()).isEqualTo(papers);
    assertThat(status.path("pending").intValue()).isZero();
    assertThat(status.path("failed").intValue()).isZero();
  }
}
