package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.evaluation.SampleFolder;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {
  private static final String SAMPLE = SampleFolder.PATH.toString();

  @TempDir private Path folder;

  /** With a cache of the test's own. */
  private CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("evaluate", "--cache", cache().toString()));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  @Test
  void theJsonFormPutsTheModesSideBySide() {
    CommandRun run = run(SAMPLE, "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).as("quiet when piped").isEmpty();
    JsonNode json = run.json();
    assertThat(names(json))
        .containsExactly(
            "dataset",
            "split",
            "model",
            "fusion",
            "docs",
            "queries",
            "modes",
            "comparison",
            "hnsw",
            "remarks",
            "seed");
    assertThat(json.path("dataset").textValue()).isEqualTo("beir");
    assertThat(json.path("split").textValue()).isEqualTo("test");
    assertThat(json.path("model").textValue()).isEqualTo(CommandRun.MODEL);
    assertThat(json.path("fusion").textValue()).isEqualTo("feedback");
    assertThat(json.path("docs").intValue()).isEqualTo(10);
    assertThat(json.path("queries").intValue()).isEqualTo(5);
    assertThat(names(json.path("modes"))).containsExactly("semantic", "lexical", "hybrid");
    for (JsonNode mode : json.path("modes")) {
      assertThat(names(mode)).containsExactly("ndcg@10", "recall@100", "mrr@10", "ndcg@10_ci95");
      assertThat(mode.path("ndcg@10").doubleValue())
          .isBetween(
              mode.path("ndcg@10_ci95").path(0).doubleValue(),
              mode.path("ndcg@10_ci95").path(1).doubleValue());
    }
    assertThat(json.path("modes").path("semantic").path("ndcg@10").doubleValue()).isBetween(.8, 1.);
    assertThat(names(json.path("comparison")))
        .containsExactly("first", "second", "ndcg@10_difference", "ndcg@10_difference_ci95", "p");
    assertThat(json.path("hnsw").toString()).isEqualTo("{\"used\":false,\"recall@10\":1.0}");
    assertThat(json.path("remarks").toString())
        .isEqualTo("{\"queries_without_judgements\":1,\"judgements_of_missing_papers\":1}");
  }

  private static List<String> names(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void peopleGetAnAlignedTable() {
    CommandRun run = run(SAMPLE, "--mode", "lexical,semantic", "--compare", "lexical,semantic");

    assertThat(run.exitCode()).as(run.err()).isZero();
    List<String> lines = run.outLines();
    assertThat(lines.getFirst()).isEqualTo("beir test: 10 papers, 5 queries, " + CommandRun.MODEL);
    assertThat(lines.get(2)).isEqualTo("          NDCG@10  95 % INTERVAL     RECALL@100  MRR@10");
    assertThat(lines.get(3))
        .matches("semantic  \\d\\.\\d{4}   .* to .*  \\d\\.\\d{4}      \\d\\.\\d{4}");
    assertThat(lines.get(4)).startsWith("lexical   ");
    assertThat(lines.get(6)).startsWith("lexical less semantic: nDCG@10 ").contains(", p = ");
    assertThat(lines.get(7)).startsWith("nearest vectors: exact");
    assertThat(lines.subList(8, lines.size()))
        .containsExactly(
            "queries without judgements in this split (not asked): 1",
            "judgements of papers that are not in the corpus (never found): 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"feedback", "background", "min-max", "rrf"})
  void theReportNamesHowTheHybridModeRanks(String fusion) {
    CommandRun asked = run(SAMPLE, "--mode", "hybrid", "--fusion", fusion, "--json");
    assertThat(asked.exitCode()).as(asked.err()).isZero();
    assertThat(asked.json().path("fusion").textValue()).isEqualTo(fusion);
    assertThat(run(SAMPLE, "--mode", "hybrid", "--fusion", fusion).outLines().getFirst())
        .endsWith(CommandRun.MODEL + ", hybrid by " + fusion);
  }

  @Test
  void everyQueryCanBeStudied() throws IOException {
    Path file = folder.resolve("queries.jsonl");
    CommandRun run = run(SAMPLE, "--mode", "lexical", "--per-query", file.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    List<JsonNode> lines = Files.readAllLines(file).stream().map(PaperJson::parse).toList();
    assertThat(lines)
        .extracting(line -> line.path("query").textValue())
        .containsExactly("q1", "q2", "q3", "q4", "q5");
    JsonNode bells = lines.get(3);
    assertThat(bells.path("text").textValue()).isEqualTo("medieval bells");
    assertThat(bells.path("relevant").intValue()).isEqualTo(1);
    JsonNode lexical = bells.path("modes").path("lexical");
    assertThat(names(lexical)).containsExactly("ndcg@10", "recall@100", "mrr@10", "top");
    assertThat(lexical.path("ndcg@10").doubleValue()).isEqualTo(1);
    assertThat(lexical.path("top").path(0).toString())
        .isEqualTo("{\"id\":\"bell\",\"judgement\":1}");
  }

  @Test
  void titlesFindTheirPapers() {
    CommandRun run =
        run("--titles", SAMPLE + "/corpus.jsonl", "--queries", "6", "--json", "--mode", "semantic");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.path("dataset").textValue()).isEqualTo("corpus.jsonl");
    assertThat(json.has("split")).isFalse();
    assertThat(json.path("docs").intValue()).isEqualTo(9);
    assertThat(json.path("queries").intValue()).isEqualTo(6);
    assertThat(json.path("modes").path("semantic").path("recall@100").doubleValue()).isEqualTo(1);
    assertThat(json.path("remarks").toString())
        .isEqualTo("{\"papers_without_title_or_abstract\":1}");
  }

  @Test
  void embeddingsAreKeptAndTheStoreIsNot() throws IOException {
    List<String> before = temporaryFolders();
    assertThat(run(SAMPLE, "--mode", "semantic").exitCode()).isZero();
    try (Stream<Path> files = Files.list(cache())) {
      assertThat(Files.readAllLines(files.findFirst().orElseThrow())).hasSize(10 + 5);
    }
    assertThat(temporaryFolders()).isEqualTo(before);
  }

  @Test
  void withoutACacheNothingIsKept() {
    assertThat(run(SAMPLE, "--mode", "semantic", "--no-cache").exitCode()).isZero();
    assertThat(cache()).doesNotExist();
  }

  private static List<String> temporaryFolders() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(Path::toString)
          .filter(name -> name.contains("kindred-evaluate-"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--json|either DIR or --titles FILE must be given, and not both",
        "x --titles y|either DIR or --titles FILE must be given, and not both",
        "x --limit 3|--limit and --queries go with --titles only",
        "--titles x --split dev|--split goes with DIR only",
        "--titles x --limit 0|--limit is 0; it must be 1 or more",
        "x --mode fuzzy|--mode is \"fuzzy\"; it must be hybrid, semantic or lexical",
        "x --compare hybrid|--compare is \"hybrid\"; it must be two different modes",
        "x --compare hybrid,hybrid|--compare is \"hybrid,hybrid\"; it must be two different modes",
        "x --mode lexical --compare hybrid,lexical|must be two different modes that --mode has",
        "x --fusion best|--fusion is \"best\"; it must be feedback, background, min-max or rrf",
        "x --seed one|--seed is \"one\"; it must be a whole number",
      })
  void optionsThatDoNotFitAreRefused(String line, String message) {
    CommandRun run = run(line.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aSplitThatIsNotThereIsAUsageError() {
    CommandRun run = run(SAMPLE, "--split", "nope");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("kindred: --split is \"nope\"; it must be one of those in ");
  }

  @Test
  void aFolderThatIsNoneIsRefused() {
    CommandRun run = run("/nowhere/at/all");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("kindred: /nowhere/at/all is no folder; a folder as BEIR has it is wanted\n");
  }

  @Test
  void whatIsEvaluatedIsNeverOverwritten() throws IOException {
    Path papers = Files.copy(SampleFolder.PATH.resolve("corpus.jsonl"), folder.resolve("p.jsonl"));
    CommandRun run = run("--titles", papers.toString(), "--per-query", papers.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("which belongs to what is evaluated; it must be another file");
    assertThat(papers).hasSameTextualContentAs(SampleFolder.PATH.resolve("corpus.jsonl"));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsToldBeforeTheWork() {
    CommandRun run = run(SAMPLE, "--per-query", folder.resolve("no/such/file").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("it must be a file in a folder that can be written");
    assertThat(cache()).doesNotExist();
  }
}
