package dev.kindred.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.json.PaperJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  private static final String PAPERS =
      """
      {"id": "bees", "title": "Waggle dances on sloped combs", "abstract": "Honeybees tell where \
      flowers are by dancing. We tilt the comb and follow the dancers."}
      {"id": "ice", "title": "Cracks in lake ice at dawn", "abstract": "Thermal stress opens cracks \
      in lake ice when the night was clear. We listen to them."}
      {"id": "loom", "title": "Weaving drafts as matrices", "abstract": "A draft of a loom is a \
      product of three matrices over the two-element semiring."}
      """;
  private static final String BAD = "{\"id\": \"bad\"}\nthis is no JSON\n";

  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void chooseStore() {
    data = folder.resolve("store");
  }

  @Test
  void importedPapersAreFoundByTheirMeaning() throws IOException {
    CommandRun run = run("import", file("papers.jsonl", PAPERS));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .isEqualTo("read 3, new 3, changed 0, unchanged 0, duplicates 0, rejected 0\n");
    assertThat(run.err()).contains("embedding 100 %  3 of 3 papers");

    JsonNode answer = run("search", "--json", "how insects communicate", "food sources").json();
    assertThat(answer.path("results").path(0).path("id").textValue()).isEqualTo("bees");
    assertThat(answer.has("incomplete")).isFalse();
    JsonNode status = run("status", "--json").json();
    assertThat(status.path("embedded").intValue()).isEqualTo(3);
    assertThat(status.path("server").isNull()).isTrue();
    JsonNode similar = run("similar", "ice", "--json").json();
    assertThat(similar.path("results")).hasSize(2);

    try (ServedFolder served = ServedFolder.start(data)) {
      assertThat(served.data()).isEqualTo(data);
      assertThat(withoutCursor(run("search", "--json", "how insects communicate", "food sources")))
          .isEqualTo(answer);
      assertThat(withoutCursor(run("similar", "ice", "--json"))).isEqualTo(similar);
      assertThat(fields(run("status", "--json").json())).containsAll(fields(status));
    }
  }

  /** A folder keeps no lists that one could be for. */
  private static JsonNode withoutCursor(CommandRun run) {
    return ((ObjectNode) run.json()).without("cursor");
  }

  @Test
  void wordsFirstEndsWithoutAVector() {
    CommandRun run =
        CommandRun.reading(PAPERS, "import", "--data", "" + data, "--words-first", "-");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run("status", "--json").json().path("pending").intValue()).isEqualTo(3);
    CommandRun found = run("search", "--mode", "lexical", "semiring");
    assertThat(found.out()).contains(" 1. Weaving drafts as matrices", "1 to 1 of 1, best first");
    assertThat(found.err()).contains("0 of 3 papers are embedded so far");
    assertThat(run("search", "--mode", "lexical", "--models", "nowhere", "semiring"))
        .isEqualTo(found);
    assertThat(run("search", "--models", "nowhere", "semiring").err()).contains("nowhere");
    CommandRun reembed = run("reembed");
    assertThat(reembed.out()).isEqualTo("3 papers, 3 embedded\n");
  }

  @Test
  void importingAgainChangesNothing() throws IOException {
    String papers = file("papers.jsonl", PAPERS);
    run("import", "--words-first", papers);
    assertThat(run("import", "--words-first", papers, papers).out())
        .isEqualTo("read 6, new 0, changed 0, unchanged 3, duplicates 3, rejected 0\n");
  }

  @Test
  void badEntriesAreToldAndKeptAndDoNotStopTheRest() throws IOException {
    Path rejects = folder.resolve("rejects.jsonl");
    String mixed = file("mixed.jsonl", PAPERS + BAD);
    CommandRun run = run("import", "--words-first", "--json", "--rejects", "" + rejects, mixed);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().path("new").intValue()).isEqualTo(3);
    assertThat(run.json().path("rejected").intValue()).isEqualTo(2);
    assertThat(run.err())
        .contains(mixed + ":4: a paper needs a title or an abstract", mixed + ":5: not valid JSON");
    JsonNode second = PaperJson.parse(Files.readAllLines(rejects).get(1));
    assertThat(second.path("file").textValue()).isEqualTo(mixed);
    assertThat(second.path("line").intValue()).isEqualTo(5);
    assertThat(second.path("text").textValue()).isEqualTo("this is no JSON");
  }

  @Test
  void rejectsAreNotWrittenOverWhatIsToBeImported() throws IOException {
    String papers = file("papers.jsonl", PAPERS);
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of(papers));
    CommandRun run = run("import", "--rejects", link.toString(), papers);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("--rejects is \"" + link + "\"", "must be another file");
    assertThat(Path.of(papers)).hasContent(PAPERS);
    assertThat(data).doesNotExist();
  }

  @Test
  void optionsThatChangeNothingAreNamed() throws IOException {
    String papers = file("papers.jsonl", PAPERS);
    CommandRun alone = run("import", "--words-first", "--wait", papers);
    assertThat(alone.exitCode()).as(alone.err()).isZero();
    assertThat(alone.err()).contains("--wait changes nothing").doesNotContain("--words-first ch");
    try (ServedFolder served = ServedFolder.start(data)) {
      assertThat(served.data()).isEqualTo(data);
      CommandRun through = run("import", "--words-first", "--wait", papers);
      assertThat(through.err()).contains("--words-first changes").doesNotContain("--wait changes");
    }
  }

  @Test
  void anImportWhoseServerWentSaysWhyAndWhatItDid() {
    try (ServedFolder served = ServedFolder.start(data)) {
      InputStream untilTheServerEnds =
          new SequenceInputStream(
              new ByteArrayInputStream(PAPERS.getBytes(UTF_8)), new Ending(served));
      CommandRun run =
          CommandRun.reading(untilTheServerEnds, "import", "--json", "--data", "" + data, "-");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.json().path("read").intValue()).isEqualTo(3);
      assertThat(run.json().has("failed")).isFalse();
      assertThat(run.err()).contains("kindred: ", "does not answer");
    }
  }

  /** An end of input that ends a server before it comes. */
  private static final class Ending extends InputStream {
    private final ServedFolder served;

    private Ending(ServedFolder served) {
      this.served = served;
    }

    @Override
    public int read() {
      served.service().close();
      return -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return read();
    }
  }

  @Test
  void strictStopsAtTheFirstBadEntryAndKeepsWhatCameBefore() throws IOException {
    CommandRun run = run("import", "--words-first", "--strict", file("x.jsonl", PAPERS + BAD));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("line 4", "--strict");
    assertThat(run.out()).contains("new 3", "rejected 1");
  }

  @Test
  void anImportOfWhichNothingWasTakenFails() throws IOException {
    CommandRun run = run("import", "--format", "jsonl", file("bad.jsonl", BAD));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("read 2", "rejected 2");
  }

  @Test
  void anImportOfNothingFailsAndNamesWhatHeldNothing() throws IOException {
    String blank = file("blank.jsonl", " \n\n");
    CommandRun run = CommandRun.reading("", "import", "--data", "" + data, "-", blank);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("read 0, new 0");
    assertThat(run.err()).contains("standard input holds no entry\n", blank + " holds no entry\n");
  }

  @Test
  void aMissingFileIsNoticedBeforeAnythingIsImported() throws IOException {
    CommandRun run = run("import", file("papers.jsonl", PAPERS), folder + "/missing.jsonl");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("missing.jsonl does not exist");
    assertThat(data).doesNotExist();
  }

  @Test
  void anUnknownFormatIsAUsageErrorThatListsTheKnown() throws IOException {
    CommandRun run = run("import", "--format", "docx", file("papers.jsonl", PAPERS));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("docx", "daily-papers", "tsv");
  }

  @Test
  void tableColumnsGoWhereTheyAreMapped() throws IOException {
    String table = file("t.csv", "Nr,Titel,Kurz\n1,Gezeiten,Ebbe und Flut im Watt\n");
    String[] mapping = {"--map", "Nr=id", "--map", "Titel=title", "--map", "Kurz=abstract"};
    CommandRun run =
        run(
            "import",
            "--words-first",
            mapping[0],
            mapping[1],
            mapping[2],
            mapping[3],
            mapping[4],
            mapping[5],
            table);
    assertThat(run.out()).as(run.err()).contains("new 1");
    assertThat(first(run("search", "--mode", "lexical", "--json", "Watt"), "title"))
        .isEqualTo("Gezeiten");
  }

  @Test
  void throughAServerPapersAreDurableAndWaitedForIfAsked() throws IOException {
    try (ServedFolder served = ServedFolder.start(data)) {
      CommandRun run = run("import", "--wait", file("papers.jsonl", PAPERS));
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("new 3");
      JsonNode status = run("status", "--json").json();
      assertThat(status.path("server").textValue()).isEqualTo(served.service().url());
      assertThat(status.path("embedded").intValue()).isEqualTo(3);
      assertThat(first(run("search", "--json", "winter acoustics"), "id")).isEqualTo("ice");
      assertThat(run("similar", "nobody").err()).contains("no paper has the id \"nobody\"");
    }
  }

  @Test
  void aStoreThatIsNotThereIsAClearError() {
    CommandRun run = run("search", "anything");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("there is no store in " + data, "import");
  }

  @Test
  void anotherModelThanTheStoresIsRefusedUntilItIsReembedded() throws IOException {
    run("import", file("papers.jsonl", PAPERS));
    CommandRun refused = run("search", "--model", "e5-small-v2", "bees");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("reembed --model e5-small-v2");
    assertThat(run("reembed", "--model", "e5-small-v2").out()).isEqualTo("3 papers, 3 embedded\n");
    assertThat(run("search", "--model", "e5-small-v2", "bees").exitCode()).isZero();
  }

  @Test
  void whenNoModelIsNamedTheStoresIsUsed() throws IOException {
    run("import", file("papers.jsonl", PAPERS));
    CommandRun search = CommandRun.unset("search", "--data", data.toString(), "--json", "bees");
    assertThat(search.err()).isEmpty();
    assertThat(first(search, "id")).isEqualTo("bees");
  }

  private static List<String> fields(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static String first(CommandRun search, String field) {
    return search.json().path("results").path(0).path(field).textValue();
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private CommandRun run(String command, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    all[1] = "--data";
    all[2] = data.toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return CommandRun.of(all);
  }
}
