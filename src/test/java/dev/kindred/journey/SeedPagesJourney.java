package dev.kindred.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.TestData;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Four real pages of Daily Papers, from an empty folder to answers, with the default model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SeedPagesJourney {
  private static final Pattern STATE_SPACE =
      Pattern.compile("(?i)state[ -]space|\\bSSMs?\\b|\\bS4\\b|Mamba");

  private Path store;
  private Launcher.Ended first;

  @BeforeAll
  void importPagesIntoAnEmptyStore(@TempDir Path empty) throws IOException {
    store = empty;
    first = importPages();
  }

  private Launcher.Ended importPages() throws IOException {
    List<String> command = new ArrayList<>(List.of("import", "--data", store.toString()));
    try (Stream<Path> files = Files.list(TestData.path("seeds"))) {
      files
          .map(Path::toString)
          .filter(name -> name.endsWith(".txt"))
          .sorted()
          .forEach(command::add);
    }
    return Launcher.run(command.toArray(String[]::new));
  }

  @Test
  void everyEntryIsReadAndEachPaperTakenAndEmbeddedOnce() throws IOException {
    assertThat(first.out())
        .isEqualTo("read 215, new 169, changed 0, unchanged 0, duplicates 46, rejected 0\n");
    assertThat(first.err()).contains("embedding");
    assertThat(first.exitCode()).isZero();
    JsonNode status = json("status");
    assertThat(status.path("papers").intValue()).isEqualTo(169);
    assertThat(status.path("embedded").intValue()).isEqualTo(169);
  }

  @Test
  void importingThemAgainChangesAndEmbedsNothing() throws IOException {
    Launcher.Ended again = importPages();
    assertThat(again.out())
        .isEqualTo("read 215, new 0, changed 0, unchanged 169, duplicates 46, rejected 0\n");
    assertThat(again.err()).doesNotContain("embedding");
    assertThat(again.exitCode()).isZero();
  }

  @Test
  void aDescriptionInOtherWordsFindsThePaper() throws IOException {
    JsonNode found = json("search", "language models imitating financial markets");
    assertThat(found.path("results").findValuesAsText("title").subList(0, 3))
        .anyMatch(title -> title.startsWith("MarS:"));
  }

  @Test
  void everyPaperWithARareNameComesBeforeEveryOneWithout() throws IOException {
    List<Boolean> has = new ArrayList<>();
    for (JsonNode paper : json("search", "Ministral", "-n", "50").path("results")) {
      String text = paper.path("title").asText() + "\n" + paper.path("abstract").asText();
      has.add(text.contains("Ministral"));
    }
    assertThat(has).startsWith(true).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(has.stream().filter(yes -> yes).count()).isEqualTo(holders("Ministral"));
  }

  private long holders(String word) throws IOException {
    try (Stream<String> papers = Files.lines(TestData.path("seeds/abstracts.jsonl"))) {
      return papers.filter(line -> line.contains(word)).count();
    }
  }

  @Test
  void papersSimilarToAMambaPaperAreOfStateSpaceModels() throws IOException {
    JsonNode mamba = json("search", "Mamba").path("results").path(0);
    assertThat(mamba.path("title").textValue()).contains("Mamba");
    JsonNode similar = json("similar", mamba.path("id").textValue()).path("results");
    assertThat(similar).hasSizeGreaterThan(3);
    List<String> texts =
        Stream.of(0, 1, 2)
            .map(i -> similar.path(i))
            .map(paper -> paper.path("title").asText() + "\n" + paper.path("abstract").asText())
            .toList();
    assertThat(texts.stream().filter(text -> STATE_SPACE.matcher(text).find()).count())
        .as("%s: %s", mamba.path("title"), texts)
        .isGreaterThanOrEqualTo(2);
  }

  private JsonNode json(String command, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(command, "--json", "--data", store.toString()));
    all.addAll(List.of(arguments));
    Launcher.Ended ended = Launcher.run(all.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return PaperJson.parse(ended.out());
  }
}
