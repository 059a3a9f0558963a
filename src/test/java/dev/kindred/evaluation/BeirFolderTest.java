package dev.kindred.evaluation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeirFolderTest {
  @TempDir private Path folder;

  @BeforeEach
  void copySample() throws IOException {
    Files.createDirectory(folder.resolve("qrels"));
    for (String name :
        new String[] {"corpus.jsonl", "queries.jsonl", "qrels/test.tsv", "qrels/dev.tsv"}) {
      Files.copy(SampleFolder.PATH.resolve(name), folder.resolve(name));
    }
  }

  private JudgedCollection read() throws IOException {
    return BeirFolder.read(folder, Optional.empty());
  }

  @Test
  void papersQueriesAndJudgementsAreRead() throws IOException {
    JudgedCollection collection = read();

    assertThat(collection.name()).isEqualTo(folder.getFileName().toString());
    assertThat(collection.split()).contains("test");
    assertThat(collection.papers()).hasSize(10);
    assertThat(collection.papers().get(8).id()).isEqualTo(new PaperId("9"));
    assertThat(collection.queries()).hasSize(5);
    JudgedQuery first = collection.queries().getFirst();
    assertThat(first.text()).isEqualTo("how do insects tell each other where food is");
    assertThat(first.judgements())
        .containsOnly(
            entry(new PaperId("bees"), 2),
            entry(new PaperId("ants"), 1),
            entry(new PaperId("loom"), 0));
  }

  @Test
  void whatIsNotCoveredIsCounted() throws IOException {
    assertThat(read().remarks())
        .isEqualTo(
            Map.of(Remark.QUERIES_WITHOUT_JUDGEMENTS, 1, Remark.JUDGEMENTS_OF_MISSING_PAPERS, 1));

    write("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\tbees\t0\nq7\tbees\t1\n");
    assertThat(read().remarks())
        .isEqualTo(
            Map.of(
                Remark.QUERIES_WITHOUT_JUDGEMENTS, 5,
                Remark.QUERIES_WITHOUT_RELEVANT_PAPERS, 1,
                Remark.JUDGED_QUERIES_WITHOUT_TEXT, 1));
  }

  @Test
  void corpusAndQueriesMayBePacked() throws IOException {
    JudgedCollection plain = read();
    for (String name : new String[] {"corpus.jsonl", "queries.jsonl"}) {
      try (OutputStream packed =
          new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".gz")))) {
        Files.copy(folder.resolve(name), packed);
      }
      Files.delete(folder.resolve(name));
    }
    assertThat(read()).isEqualTo(plain);
  }

  @Test
  void aSplitIsChosenByNameElseItIsTestElseTheOnlyOne() throws IOException {
    assertThat(BeirFolder.read(folder, Optional.of("dev")).queries()).hasSize(1);
    assertThat(read().split()).contains("test");

    Files.delete(folder.resolve("qrels/test.tsv"));
    assertThat(read().split()).contains("dev");

    write("qrels/train.tsv", "q1\tbees\t1\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("qrels has the splits dev, train; one must be chosen");
    assertThatThrownBy(() -> BeirFolder.read(folder, Optional.of("../dev")))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("split is \"../dev\"; it must be one of those in ")
        .hasMessageEndingWith("dev, train");
  }

  @Test
  void windowsLineEndsMarksAndBlankLinesDoNotMatter() throws IOException {
    write("qrels/test.tsv", "\uFEFFquery-id\tcorpus-id\tscore\r\n\r\nq4\tbell\t1\r\n");
    assertThat(read().queries().getFirst().judgements()).containsOnly(entry(id("bell"), 1));
  }

  @Test
  void theSameJudgementTwiceIsOne() throws IOException {
    write("qrels/test.tsv", "q4\tbell\t1\nq4\tbell\t1\n");
    assertThat(read().queries().getFirst().judgements()).hasSize(1);
  }

  private static PaperId id(String id) {
    return new PaperId(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "corpus.jsonl|{\"_id\": \"a\", \"text\": \"x\"}\\n{\"_id\": 1.5}|corpus.jsonl, line 2: _id",
        "corpus.jsonl|{\"_id\": \"a\", \"title\": \"\", \"text\": \"\"}|line 1: a paper needs a title",
        "corpus.jsonl|{\"_id\": \"a\", \"text\": \"x\"}\\n{\"_id\": \"a\", \"text\": \"y\"}|line 2: _id is \"a\", as on a line before",
        "corpus.jsonl|`\\n`|corpus.jsonl holds no paper",
        "queries.jsonl|{\"_id\": \"q1\", \"text\": \"x\"}\\n{\"_id\"|queries.jsonl, line 2: not valid JSON at column",
        "queries.jsonl|\\n[]|queries.jsonl, line 2: a query must be a JSON object, not an array",
        "queries.jsonl|{\"text\": \"x\"}|line 1: _id is nothing; it must be a string",
        "queries.jsonl|{\"_id\": \"q1\", \"text\": \" \"}|line 1: text is the string \" \"; it must be",
        "queries.jsonl|{\"_id\": \"q1\", \"text\": \"x\"}\\n{\"_id\": \"q1\", \"text\": \"x\"}|line 2: _id is \"q1\", as on",
        "queries.jsonl|{\"_id\": \"q99\", \"text\": \"x\"}|no query has a judgement in the split \"test\"",
        "qrels/test.tsv|q1\\tbees\\t1\\nq1 0 bees 1|test.tsv, line 2: it has 1 columns; there must be three",
        "qrels/test.tsv|query-id\\tcorpus-id\\tscore\\nq1\\tbees\\t0.5|line 2: score is \"0.5\"; it must be a whole number",
        "qrels/test.tsv|q1\\tbees\\t1\\n\\tbees\\t1|line 2: query-id is empty",
        "qrels/test.tsv|q1\\tbees\\t1\\nq1\\t\\t1|line 2: corpus-id is \"\"; it must be 1 to 256 bytes",
        "qrels/test.tsv|q1\\tbees\\t1\\nq1\\tbees\\t2|line 2: query \"q1\" has paper \"bees\" judged 2, and 1 before",
        "qrels/test.tsv|query-id\\tcorpus-id\\tscore|test.tsv holds no judgement",
      })
  void whatIsMalformedIsRefusedWithFileLineValueAndRule(String file, String text, String message)
      throws IOException {
    write(file, text.replace("\\n", "\n").replace("\\t", "\t"));
    assertRefused(message);
  }

  @ParameterizedTest
  @CsvSource({"corpus.jsonl", "queries.jsonl"})
  void aFileThatIsMissingIsNamed(String file) throws IOException {
    Files.delete(folder.resolve(file));
    assertRefused(file + " does not exist; a BEIR folder holds corpus.jsonl, queries.jsonl");
  }

  @Test
  void withoutJudgementsThereIsNothingToJudge() throws IOException {
    Files.delete(folder.resolve("qrels/test.tsv"));
    Files.delete(folder.resolve("qrels/dev.tsv"));
    assertRefused("qrels holds no file of judgements");
    Files.delete(folder.resolve("qrels"));
    assertRefused("qrels does not exist; it must hold a file of judgements");
  }

  @Test
  void aLineThatIsNotUtf8IsNamed() throws IOException {
    Files.write(
        folder.resolve("queries.jsonl"),
        "{\"_id\": \"q1\", \"text\": \"x\"}\n{\"_id\": \"q2\", \"text\": \"Käfer\"}\n"
            .getBytes(ISO_8859_1));
    assertRefused("queries.jsonl, line 2: it is not UTF-8 text");
  }

  @Test
  void aQueryLongerThanASearchMayBeIsRefused() throws IOException {
    write("queries.jsonl", "{\"_id\": \"q1\", \"text\": \"%s\"}".formatted("x".repeat(20_001)));
    assertRefused("line 1: text has 20001 characters; at most 20000 are allowed");
  }

  private void write(String file, String text) throws IOException {
    Files.write(folder.resolve(file), text.getBytes(UTF_8));
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::read).isInstanceOf(InvalidRequest.class).hasMessageContaining(message);
  }
}
