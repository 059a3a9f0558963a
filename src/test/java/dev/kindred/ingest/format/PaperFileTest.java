package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperFileTest {
  private static final String A = "{\"id\": \"a\", \"title\": \"A\"}\n";

  @TempDir Path folder;

  @Test
  void aFileOfNoKnownFormatIsRefusedWithTheFormats() {
    assertThatThrownBy(() -> Reading.entries("Dear diary,\ntoday I read a paper.\n"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage(
            "papers.test is in none of the known formats; --format may say which: daily-papers,"
                + " jsonl, arxiv-snapshot, beir, csv, tsv; for a table with other headings use --map"
                + " COLUMN=FIELD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"name\": 1}", "[1, 2]", "{{{", "query-id\tcorpus-id\tscore", "<feed/>", "7"})
  void otherTextIsOfNoKnownFormat(String text) {
    assertThatThrownBy(() -> Reading.entries(text))
        .hasMessageContaining("none of the known formats");
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing.jsonl");

    assertThatThrownBy(() -> PaperFile.open(missing, ReadOptions.NONE))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage(missing + " does not exist");
  }

  @Test
  void aFolderIsRefused() {
    assertThatThrownBy(() -> PaperFile.open(folder, ReadOptions.NONE))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage(folder + " is a folder; a file is wanted");
  }

  @Test
  void theNameOfAFileDoesNotMatter() throws IOException {
    Path file = Files.write(folder.resolve("page.txt.gz"), Packed.zstd(utf8(A)));

    try (PaperFile open = PaperFile.open(file, ReadOptions.NONE)) {
      assertThat(open.next()).isInstanceOf(Entry.Read.class);
      assertThat(open.next()).isNull();
      assertThat(open.next()).isNull();
      assertThat(open.bytesRead()).isEqualTo(Files.size(file));
    }
  }

  @Test
  void utf16IsRefusedByItsName() {
    assertThatThrownBy(() ->
            Reading.entries(("\uFEFF" + A).getBytes(StandardCharsets.UTF_16LE), ReadOptions.NONE))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("papers.test is UTF-16 text; it must be UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A,B,C", "A;B;C", "A\tB\tC"})
  void aMapOfAColumnThatATableOfStrangeHeadingsLacksIsAnsweredWithThem(String header) {
    ReadOptions options = Told.columns(Map.of("Nope", "title"));

    assertThatThrownBy(() -> Reading.entries(header + "\n", options))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("papers.test: the table has no column \"Nope\"; it has \"A\", \"B\", \"C\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "titel | title | the table has no column \"titel\"; it has \"id\", \"name\"",
        "name  | tittle | column \"name\" is mapped to \"tittle\"; it must be one of id, title,",
        "name  | id | no column is known to be the title or the abstract; there are \"id\", \"name\"",
      })
  void aMapThatDoesNotFitIsRefused(String column, String field, String message) {
    ReadOptions options = Told.columns(Told.format(Format.CSV), Map.of(column, field));

    assertThatThrownBy(() -> Reading.entries("id,name\na,A\n", options))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("papers.test: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title,abstract | no column is known to be the id; there are \"title\", \"abstract\"",
        "id,title,title | the header has the column \"title\" twice",
        "id,title,\"ti | the header: a quotation mark that opens here is never closed",
      })
  void aHeaderThatCannotBeUsedIsRefused(String header, String message) {
    assertThatThrownBy(() -> Reading.entries(header + "\n1,2\n", Told.format(Format.CSV)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("papers.test: " + message);
  }

  @Test
  void twoColumnsForOneFieldAreRefused() {
    ReadOptions options = Told.columns(Map.of("a", "title", "b", "title"));

    assertThatThrownBy(() -> Reading.entries("id,a,b\n1,2,3\n", options))
        .hasMessageContaining("more than one column is mapped to title");
  }

  @Test
  void aPageTooLongForAPageIsRefused() {
    String line = "x".repeat(1 << 20) + "\n";
    InputStream endless =
        new GeneratedFile(
            java.util.stream.Stream.iterate("Daily Papers\n", any -> line).iterator());

    assertThatThrownBy(() -> PaperFile.open(endless, "page", ReadOptions.NONE))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("a Daily Papers page may have 67108864 characters");
  }

  @Test
  void theStreamIsClosedAtTheEndAndWhenItIsRefused() throws IOException {
    AtomicInteger closed = new AtomicInteger();

    PaperFile.open(counting(closed, utf8(A)), "a", ReadOptions.NONE).close();
    PaperFile.open(counting(closed, Packed.zip(Map.of("a", utf8(A)))), "a", ReadOptions.NONE)
        .close();
    assertThat(closed).hasValue(2);
    assertThatThrownBy(() -> PaperFile.open(counting(closed, utf8("?")), "a", ReadOptions.NONE))
        .isInstanceOf(InvalidRequest.class);
    assertThat(closed).hasValue(3);
  }

  private static InputStream counting(AtomicInteger closed, byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
