package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recommendations, similar papers and duplicates on the sample papers and a copy of one. */
class RecommendCommandTest {
  private static final String ROOTS = "sample-drought-sensing-roots";
  private static final String CORAL = "sample-coral-larvae-heat-hardening";
  private static final String MOTHS = "sample-moth-pollination-streetlights";

  @TempDir private static Path folder;
  private static Path data;

  @BeforeAll
  static void importPapers() throws IOException {
    data = folder.resolve("store");
    List<String> lines =
        new ArrayList<>(Files.readAllLines(Path.of("src/main/resources/samples/papers.jsonl")));
    String coral = lines.stream().filter(line -> line.contains(CORAL)).findFirst().orElseThrow();
    lines.add(coral.replace(CORAL, "coral-v2").replace(" the ", " those "));
    Path file = Files.write(folder.resolve("papers.jsonl"), lines);
    CommandRun run = CommandRun.of("import", "--data", data.toString(), file.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static CommandRun run(String... arguments) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(arguments[0], "--data", data.toString()), Stream.of(arguments).skip(1))
            .toArray(String[]::new));
  }

  private static CommandRun succeeded(String... arguments) {
    CommandRun run = run(arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  private static List<String> ids(JsonNode answer) {
    return answer.path("results").valueStream().map(paper -> paper.path("id").asText()).toList();
  }

  @Test
  void eachRecommendedPaperSaysWhichExampleItIsThereFor() {
    CommandRun run =
        succeeded(
            "recommend",
            "--like",
            ROOTS,
            "--like-text",
            "glaciers slide on melt water",
            "--strategy",
            "best_score",
            "-n",
            "4");
    assertThat(run.outLines())
        .anyMatch(line -> line.startsWith("    because of " + ROOTS + ": "))
        .anyMatch(line -> line.startsWith("    because of text 2: "));
    assertThat(run.out()).contains("1 to 4 of 119, best first");
  }

  @Test
  void whatIsDislikedOrKnownIsNotRecommended() {
    JsonNode all = succeeded("recommend", "--like", ROOTS, "--json").json();
    JsonNode fewer =
        succeeded(
                "recommend",
                "--like",
                ROOTS,
                "--unlike",
                CORAL,
                "--exclude",
                ids(all).get(1),
                "--unlike-text",
                "moths at night",
                "--json",
                "-n",
                "100")
            .json();
    assertThat(ids(fewer)).doesNotContain(ROOTS, CORAL, "coral-v2", ids(all).get(1));
  }

  @Test
  void aServerAnswersAsTheFolderDoes() {
    String[] recommend = {
      "recommend",
      "--like",
      ROOTS,
      "--unlike",
      CORAL,
      "--diversity",
      "0.3",
      "--category",
      "ecology",
      "--exclude",
      MOTHS,
      "--json"
    };
    JsonNode recommended = succeeded(recommend).json();
    JsonNode similar = succeeded("similar", CORAL, "--diversity", "0.5", "--json").json();
    JsonNode duplicates = succeeded("duplicates", "--json").json();
    JsonNode ofOne = succeeded("duplicates", CORAL, "--json").json();
    try (ServedFolder _ = ServedFolder.start(data)) {
      assertThat(succeeded(recommend).json().path("results"))
          .isEqualTo(recommended.path("results"));
      assertThat(succeeded("similar", CORAL, "--diversity", "0.5", "--json").json().path("results"))
          .isEqualTo(similar.path("results"));
      assertThat(succeeded("duplicates", "--json").json()).isEqualTo(duplicates);
      assertThat(succeeded("duplicates", CORAL, "--json").json()).isEqualTo(ofOne);
    }
  }

  @Test
  void versionsOfThePaperItselfAreToldApartFromSimilarOnes() {
    CommandRun run = succeeded("similar", CORAL);
    assertThat(run.err())
        .contains("Left out: coral-v2 is the same as " + CORAL + " but for version or wording.");
    assertThat(run.outLines()).noneMatch(line -> line.startsWith("    coral-v2"));
    assertThat(succeeded("similar", ROOTS, "-n", "100").out()).contains("    also ");
  }

  @Test
  void duplicatesAreShownInGroups() {
    CommandRun run = succeeded("duplicates");
    assertThat(run.outLines().getFirst()).matches("similarity 0\\.9\\d");
    assertThat(run.outLines().get(1)).startsWith("  coral-v2  ");
    assertThat(run.outLines().get(2)).startsWith("  " + CORAL + "  ");
    assertThat(run.outLines().getLast()).isEqualTo("1 group of 2 papers, among 121");
    assertThat(run.err()).contains("comparing 100 %  121 of 121 papers");
  }

  @Test
  void duplicatesOfOnePaperAreShownWithTheirSimilarity() {
    assertThat(succeeded("duplicates", CORAL).out()).matches("0\\.9\\d  coral-v2  .*\n");
    assertThat(succeeded("duplicates", ROOTS).out()).isEqualTo("No duplicates.\n");
    assertThat(succeeded("duplicates", "--min-similarity", "1").out())
        .isEqualTo("No duplicates among 121 papers.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "recommend|nothing is liked; name a paper with --like, or describe one with --like-text",
        "recommend --like a --like a|--like has the paper \"a\" twice; give each example once",
        "recommend --like-text a --like-text a|--like-text has the text \"a\" twice; give each",
        "recommend --like a --unlike b --unlike b|--unlike has the paper \"b\" twice; give each",
        "recommend --like-text=|the text of an example is empty; it must say something",
        "recommend --like a --unlike-text=|the text of an example is empty; it must say something",
        "recommend --like a --unlike a|the paper \"a\" is liked and disliked at once",
        "recommend --like a --published-from 2020 --published-to 2019|--published-from is 2020-01-01 and"
            + " --published-to is 2019-12-31; from must not be after to",
        "similar a --published-from 2020 --published-to 2019|--published-from is 2020-01-01 and"
            + " --published-to is 2019-12-31; from must not be after to",
        "recommend --like a --diversity 2|--diversity is 2.0; it must be 0 to 1",
        "similar a --diversity much|--diversity is \"much\"; it must be a number",
        "recommend --like a --strategy best|--strategy is \"best\"; it must be mean or best_score",
        "recommend --like a --strategy best-score|--strategy is \"best-score\"; it must be mean or",
        "similar a\u0007b|the id is \"a\uFFFDb\"; it must be 1 to 256 bytes of text",
        "duplicates --min-similarity 0.1|--min-similarity is 0.1; it must be 0.5 to 1"
      })
  void whatIsWrongIsToldWithTheRule(String line, String message) {
    CommandRun run = CommandRun.of(line.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("kindred: " + message);
  }

  @Test
  void papersThatDoNotExistAreNamed() {
    CommandRun run = run("recommend", "--like", "none");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("the examples name papers that do not exist: \"none\"");
    assertThat(run("duplicates", "none").err()).contains("no paper has the id \"none\"");
  }
}
