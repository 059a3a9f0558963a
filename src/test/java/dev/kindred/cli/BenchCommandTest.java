package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small runs of the benchmarks. What they say of time is not judged here. */
class BenchCommandTest {
  @TempDir private Path folder;

  @Test
  void embeddingIsComparedInOneRun() {
    CommandRun run = CommandRun.of("bench", "embed", "--rounds", "1", "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).as("quiet when piped").isEmpty();
    JsonNode json = run.json();
    assertThat(json.path("model").textValue()).isEqualTo(CommandRun.MODEL);
    JsonNode tokens = json.path("tokens_per_cpu_second");
    assertThat(json.path("ratio").doubleValue())
        .isCloseTo(
            tokens.path("kindred").doubleValue() / tokens.path("plain").doubleValue(),
            Offset.offset(.01));
    assertThat(json.path("tokens_per_text").path("kindred"))
        .isEqualTo(json.path("tokens_per_text").path("plain"));
    assertThat(json.path("query").path("own_tokens").intValue()).isEqualTo(12);
    assertThat(json.path("query").path("p50_ms").path("plain").doubleValue()).isPositive();
    assertThat(json.path("limit_tokens_per_cpu_second").doubleValue()).isPositive();
    assertThat(json.path("cosine").path("min").doubleValue()).isGreaterThan(.97);
    assertThatItSaysWhereItRan(json, "bench embed --rounds 1 --json");
  }

  /** Half a megabyte would be the states of all tokens once more. */
  @Test
  void embeddingATextAllocatesLittle() {
    JsonNode json = CommandRun.of("bench", "embed", "--rounds", "1", "--json").json();

    assertThat(json.path("allocated_bytes_per_text").path("kindred").doubleValue())
        .isLessThan(1_000_000);
    assertThat(json.path("query").path("allocated_bytes").path("kindred").doubleValue())
        .isLessThan(100_000);
  }

  private static void assertThatItSaysWhereItRan(JsonNode json, String command) {
    assertThat(json.path("machine").path("cores").intValue()).isPositive();
    assertThat(json.path("machine").path("processor").textValue()).isNotEmpty();
    assertThat(json.path("machine").path("jvm").textValue()).contains("25");
    assertThat(json.path("machine").path("runtime").textValue()).startsWith("ONNX Runtime 1.");
    assertThat(json.path("seed").intValue()).isEqualTo(1);
    assertThat(json.path("command").textValue()).isEqualTo("kindred " + command);
  }

  @Test
  void peopleGetATable() {
    CommandRun run = CommandRun.of("bench", "embed", "--rounds", "1");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.outLines().getFirst()).startsWith(CommandRun.MODEL + ": 40 texts of ");
    assertThat(run.out())
        .containsPattern("(?m)^plain +[\\d,]+ ")
        .containsPattern("(?m)^kindred +[\\d,]+ ")
        .containsPattern("(?m)^ratio +\\d\\.\\d{3} ")
        .containsPattern("(?m)^limit +[\\d,]+$")
        .contains("ONNX Runtime 1.", "seed 1");
  }

  @Test
  void figuresAreWrittenAlikeInEveryLanguage() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      CommandRun run = CommandRun.of("bench", "index", "--vectors", "1000", "--queries", "10");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out())
          .containsPattern("filled in \\d+\\.\\d s, merged \\d+\\.\\d s more")
          .doesNotContainPattern("\\d,\\d{1,2}\\D");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"embed", "serve", "index", "start"})
  void everyBenchmarkHasHelpWithExamples(String name) {
    CommandRun help = CommandRun.of("bench", name, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains("Usage: kindred bench " + name, "--json", "--seed", "Examples:", "Exit codes:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2|bench|a COMMAND is missing; kindred bench --help lists them",
        "2|bench embed --rounds 0|--rounds is 0; it must be 1 or more",
        "2|bench serve --data a --papers b|either --data or --papers may be given, not both",
        "1|bench embed --plain nowhere.onnx|there is no graph nowhere.onnx",
        "1|bench embed --texts nowhere.jsonl|nowhere.jsonl does not exist",
        "2|bench embed --model nope|there is no model \"nope\"",
        "2|bench start|bench start must be run by the launcher"
      })
  void whatCannotBeMeasuredIsToldWithTheRule(int exitCode, String line, String message) {
    CommandRun run = CommandRun.of(line.split(" "));

    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.err()).contains("kindred: " + message);
  }

  @Test
  void aServerIsAskedNewQueriesAndKnownOnes() {
    CommandRun run =
        CommandRun.of(
            "bench",
            "serve",
            "--seconds",
            "1",
            "--warm-up",
            "1",
            "--clients",
            "2",
            "--cache",
            folder.resolve("cache").toString(),
            "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.path("papers").intValue()).isEqualTo(120);
    assertThat(json.path("clients").intValue()).isEqualTo(2);
    assertThat(json.path("queries").intValue()).isPositive();
    assertThat(json.path("refused").intValue()).isZero();
    for (String figure :
        List.of(
            "queries_per_second",
            "embedding_bound_queries_per_second",
            "p50_ms",
            "p99_ms",
            "cached_queries_per_second")) {
      assertThat(json.path(figure).doubleValue()).as(figure).isPositive();
    }
    assertThat(folder.resolve("cache")).isNotEmptyDirectory();
  }

  @Test
  void anIndexIsMeasuredAgainstLuceneAloneAndAgainstLookingAtAll() {
    CommandRun run =
        CommandRun.of("bench", "index", "--vectors", "12000", "--queries", "50", "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.path("vectors").intValue()).isEqualTo(12_000);
    assertThat(json.path("recall@10").doubleValue()).isGreaterThan(.97);
    assertThat(json.path("bare").path("recall@10").doubleValue())
        .isEqualTo(json.path("recall@10").doubleValue());
    assertThat(json.path("visited").doubleValue()).isBetween(100.0, 12_000.0);
    assertThat(json.path("segments").intValue()).isPositive();
    for (String figure :
        List.of("queries_per_second", "p99_ms", "build_vectors_per_second", "heap_most_bytes")) {
      assertThat(json.path(figure).doubleValue()).as(figure).isPositive();
    }
    double before = 0;
    for (JsonNode point : json.path("curve")) {
      assertThat(point.path("recall@10").doubleValue()).isGreaterThanOrEqualTo(before - .01);
      before = point.path("recall@10").doubleValue();
    }
    assertThat(before).isGreaterThan(.99);
  }
}
