package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.CopiedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On the sample papers: in their folder, and through a server that holds the same. */
class SearchCommandTest {
  private static final String SAMPLES = "src/main/resources/samples/papers.jsonl";

  @TempDir private static Path stored;
  @TempDir private static Path server;
  private static ServedFolder served;

  @BeforeAll
  static void importSamples() throws IOException {
    CommandRun run = CommandRun.of("import", "--data", stored.toString(), SAMPLES);
    assertThat(run.exitCode()).as(run.err()).isZero();
    CopiedFolder.copy(stored, server);
    served = ServedFolder.start(server);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static CommandRun search(Path data, String... arguments) {
    List<String> all = new ArrayList<>(List.of("search", "--data", data.toString()));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static JsonNode json(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--json"));
    all.addAll(List.of(arguments));
    CommandRun run = search(stored, all.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.json();
  }

  /** Without what names the list that was kept. */
  private static JsonNode found(CommandRun run) {
    return ((ObjectNode) run.json()).without(List.of("cursor", "list"));
  }

  /** Of which each is one thing that a search can be asked for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--sort date",
        "--sort date_asc --min-relevance weak",
        "--min-relevance strong",
        "--min-relevance 0.05 --offset 3",
        "--facet category --facet year --facet metadata.licence",
        "--explain -n 3",
        "--fold",
        "--diversity 0.4",
        "--sentences-exact -n 2",
        "--year 2021",
        "--year 2016-2018 --year 2021 --category plant-science --category ecology",
        "--metadata licence=CC0-1.0 --author Halwa",
        "--metadata licence=CC0-1.0 --metadata licence=none",
        "--metadata-from licence=1 --metadata-to licence=2",
        "--mode lexical --published-from 2020 --published-to 2022-06",
      })
  void aServerAnswersAsTheFolderDoes(String options) {
    List<String> arguments = new ArrayList<>(List.of("--json", "how plants sense drought"));
    arguments.addAll(List.of(options.split(" ")));
    CommandRun inFolder = search(stored, arguments.toArray(String[]::new));
    CommandRun throughServer = search(server, arguments.toArray(String[]::new));
    assertThat(inFolder.exitCode()).as(inFolder.err()).isZero();
    assertThat(throughServer.exitCode()).as(throughServer.err()).isZero();
    assertThat(throughServer.json().has("cursor")).as("a server keeps lists").isTrue();
    assertThat(found(throughServer)).isEqualTo(found(inFolder));
  }

  @Test
  void similarPapersAreFilteredTheSameInBoth() {
    String[] arguments = {
      "similar",
      "sample-drought-sensing-roots",
      "--json",
      "--year",
      "2015-2021",
      "--metadata",
      "licence=CC0-1.0",
      "--data"
    };
    JsonNode inFolder = found(CommandRun.of(with(arguments, stored)));
    assertThat(inFolder.path("results").size()).isPositive();
    assertThat(found(CommandRun.of(with(arguments, server)))).isEqualTo(inFolder);
  }

  private static String[] with(String[] arguments, Path data) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(data.toString());
    return all.toArray(String[]::new);
  }

  @Test
  void optionsDoWhatTheySay() {
    assertThat(
            json("--min-relevance", "strong", "drought in roots").path("min_relevance").asDouble())
        .isEqualTo(.8);
    assertThat(
            json("--year", "2021", "--min-relevance", "0", "-n", "100", "plants").path("results"))
        .isNotEmpty()
        .allMatch(hit -> hit.path("published").asText().startsWith("2021"));
    assertThat(json("--facet", "year", "drought").path("facets").path("fields").has("year"))
        .isTrue();
    assertThat(json("--explain", "drought").path("results").path(0).has("explanation")).isTrue();
    assertThat(json("--sort", "date", "drought").path("sort").asText()).isEqualTo("date");
    assertThat(json("--metadata", "licence=none", "drought").path("total").asInt()).isZero();
  }

  @Test
  void peopleReadLabelsReasonsAndCounts() {
    CommandRun run =
        search(stored, "--explain", "--facet", "category", "-n", "1", "how do roots sense drought");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("  [0-3]\\.\\d{3} (strong|related)\n")
        .contains("    score: ", " by meaning + ", "    meaning: rank 1, cosine ")
        .containsPattern("words: rank \\d+, BM25 .* \\(at most .* without names\\)")
        .contains("By category, in this list of 120 papers: ");
  }

  @Test
  void peopleReadThatNothingFitsAndWhatMayHaveBeenMeant() {
    CommandRun nothing = search(stored, "pizza", "mozzarella", "basil");
    assertThat(nothing.exitCode()).isZero();
    assertThat(nothing.out())
        .contains("Nothing here fits the query; --min-relevance=0 shows the nearest all the same.");
    CommandRun misspelt = search(stored, "--mode", "lexical", "droughht \"soil roots soil\"");
    assertThat(misspelt.exitCode()).isZero();
    assertThat(misspelt.out())
        .contains(
            "No paper here has exactly: \"soil roots soil\"",
            "Did you mean: drought \"soil roots soil\"");
  }

  @Test
  void aQueryThatSaysNothingIsAUsageError() {
    CommandRun run = search(stored, " ");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("kindred: QUERY is empty; it must hold the words");
  }

  @Test
  void aModelThatIsNotThereIsAUsageErrorInTheFolderAndThroughAServer() {
    CommandRun inFolder = search(stored, "--model", "nope", "drought");
    assertThat(inFolder.exitCode()).isEqualTo(2);
    assertThat(inFolder.err()).startsWith("kindred: there is no model \"nope\" in ");
    CommandRun throughServer = search(server, "--model", "nope", "drought");
    assertThat(throughServer.exitCode()).isEqualTo(2);
    assertThat(throughServer.err()).startsWith("kindred: --model is \"nope\"; it must be \"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sort title|--sort is \"title\"; it must be relevance, date or date_asc",
        "--min-relevance good|--min-relevance is \"good\"; it must be a number from 0 to 1, or strong,",
        "--diversity 2|--diversity is 2.0; it must be 0 to 1",
        "--diversity much|--diversity is \"much\"; it must be a number",
        "-n 500|--limit is 500; it must be 1 to 100",
        "--diversity .5 --sort date|--diversity is 0.5, but the order is that of dates",
        "--facet title|--facet has \"title\"; it must be category, author, year or metadata.NAME",
        "--year 20|--year is \"20\"; it must be a year as 2024, or two as 2020-2024",
        "--metadata licence|--metadata is \"licence\"; it must be as NAME=VALUE",
        "--metadata licence=|--metadata is \"licence=\"; it must be as NAME=VALUE",
        "--metadata-from pages=ten|--metadata-from is \"pages=ten\"; it must be as NAME=NUMBER",
        "--metadata-to pages=1 --metadata-to pages=2|--metadata-to is given more than once for",
        "--metadata-from p=2 --metadata-to p=1|metadata.p is asked for from 2.0 to 1.0; from must",
        "--published-from 2020 --published-to 2019|--published-from is 2020-01-01 and"
            + " --published-to is 2019-12-31; from must not be after to",
        "-n 10 --offset 991|--offset is 991; it must be 0 or more, and --offset + --limit at most 1000",
      })
  void aValueThatAnOptionCannotHaveIsAUsageError(String options, String message) {
    List<String> arguments = new ArrayList<>(List.of(options.split(" ")));
    arguments.add("drought");
    CommandRun run = search(stored, arguments.toArray(String[]::new));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("kindred: " + message);
    assertThat(run.out()).isEmpty();
  }
}
