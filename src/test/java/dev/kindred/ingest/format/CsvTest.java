package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest extends StreamedFormatContract {
  @Override
  String beginning() {
    return "id,title,abstract\n";
  }

  @Override
  String good(int n) {
    return "p%d,%s,\"%s\"\n".formatted(n, title(n), abstractText(n));
  }

  @Override
  String bad() {
    return "p,only two cells\n";
  }

  @Test
  void quotedCellsHoldSeparatorsLineBreaksAndDoubledMarks() {
    String text =
        """
        id,title,abstract
        a,"A, b; ""c""\","one
        two, three

        four"
        b,B,five
        """;

    List<Entry> entries = Reading.entries(text);

    assertThat(Reading.papers(entries))
        .extracting(Paper::title)
        .containsExactly("A, b; \"c\"", "B");
    assertThat(Reading.papers(entries).getFirst().abstractText())
        .isEqualTo("one\ntwo, three\n\nfour");
    assertThat(entries).extracting(Entry::line).containsExactly(2L, 6L);
  }

  @Test
  void columnsAreKnownByManyNames() {
    Paper paper =
        Reading.paper(
            """
            DOI,Document Title,Summary,Author(s),Publication-Year,Author Keywords,Link,Venue,Pages
            10.1/x,T,A,"Curie, Marie; Bo Oh",1911,"a; b",https://a.example,V,
            """,
            ReadOptions.NONE);

    assertThat(paper.id().value()).isEqualTo("10.1/x");
    assertThat(paper.title()).isEqualTo("T");
    assertThat(paper.abstractText()).isEqualTo("A");
    assertThat(paper.authors()).containsExactly(new Author("Curie, Marie"), new Author("Bo Oh"));
    assertThat(paper.published()).hasToString("Optional[1911]");
    assertThat(paper.categories()).containsExactly("a", "b");
    assertThat(paper.url()).contains("https://a.example");
    assertThat(paper.metadata()).isEqualTo(Map.of("Venue", "V"));
  }

  @Test
  void aDoiIsMetadataWhereThereIsAnId() {
    Paper paper = Reading.paper("doi,id,title\n10.1/x,a,T\n", ReadOptions.NONE);

    assertThat(paper.id().value()).isEqualTo("a");
    assertThat(paper.metadata()).isEqualTo(Map.of("doi", "10.1/x"));
  }

  @Test
  void mappedColumnsGoWhereTheyAreTold() {
    ReadOptions options =
        Told.columns(
            Map.of("Nummer", "id", "titel", "title", "title", "metadata", "Fach", "categories"));

    Paper paper = Reading.paper("Nummer,Titel,title,Fach,topics\n7,T,other,x,y\n", options);

    assertThat(paper.id().value()).isEqualTo("7");
    assertThat(paper.title()).isEqualTo("T");
    assertThat(paper.categories()).containsExactly("x");
    assertThat(paper.metadata()).isEqualTo(Map.of("title", "other", "topics", "y"));
  }

  @Test
  void categoriesMayBeSeparatedByCommas() {
    assertThat(Reading.paper("id,title,categories\na,T,\"x, y,\"\n", ReadOptions.NONE).categories())
        .containsExactly("x", "y");
  }

  @Test
  void cellsMayBeSeparatedBySemicolons() {
    List<Entry> entries = Reading.entries("id;title;abstract\na;T, t;\"x;y\"\n");

    assertThat(Reading.papers(entries))
        .containsExactly(Paper.of(PaperId.parse("a").orElseThrow(), "T, t", "x;y"));
  }

  @ParameterizedTest
  @CsvSource({
    "2024/05/17, 2024-05-17",
    "2024.0, 2024",
    "2024-05-17 10:30:00, 2024-05-17",
    "2024-05, 2024-05"
  })
  void datesOfSpreadsheetsAreUnderstood(String cell, String date) {
    Paper paper = Reading.paper("id,title,date\na,T," + cell + "\n", ReadOptions.NONE);

    assertThat(paper.published()).hasToString("Optional[" + date + "]");
  }

  @Test
  void aDateWithTwoReadingsIsRefused() {
    assertThat(Reading.reason("id,title,date\na,T,03/04/2024\n", ReadOptions.NONE))
        .contains("published is \"03/04/2024\"");
  }

  @Test
  void aStrayQuotationMarkSpoilsOnlyItsLine() {
    List<Entry> entries =
        Reading.entries("id,title\na,\"A\" or not\nb,B\nc,\"never closed\nd,D\ne,\"E\"\n");

    assertThat(Reading.papers(entries)).extracting(Paper::title).containsExactly("B", "D", "E");
    assertThat(Reading.unreadable(entries)).extracting(Entry::line).containsExactly(2L, 4L);
    assertThat(Reading.unreadable(entries))
        .extracting(Entry.Unreadable::reason)
        .allMatch(reason -> reason.contains("quotation mark"));
  }

  @Test
  void aMarkThatIsNeverClosedSpoilsOnlyItsLine() {
    List<Entry> entries = Reading.entries("id,title\na,\"A\nb,B\nc,C\n");

    assertThat(Reading.papers(entries)).extracting(Paper::title).containsExactly("B", "C");
    assertThat(Reading.unreadable(entries))
        .extracting(Entry.Unreadable::reason)
        .containsExactly("a quotation mark that opens here is never closed");
  }

  @Test
  void aRaggedRecordSaysHowManyCellsItHas() {
    assertThat(Reading.reason("id,title\na,b,c\n", ReadOptions.NONE))
        .isEqualTo("this record has 3 cells; the header has 2");
  }

  @Test
  void aCarriageReturnAloneBreaksALine() {
    List<Entry> entries = Reading.entries("id,title\ra,A\rb,\"B\rb\"\r\rc,C\r");

    assertThat(Reading.papers(entries)).extracting(Paper::title).containsExactly("A", "B\nb", "C");
    assertThat(entries).extracting(Entry::line).containsExactly(2L, 3L, 6L);
  }

  @Test
  void recordsOfEmptyCellsArePassedOver() {
    assertThat(Reading.entries("id,title\n,\n , \na,T\n")).hasSize(1);
  }

  @Test
  void aColumnWithoutANameIsKeptByItsNumber() {
    assertThat(Reading.paper(",id,title\n0,a,T\n", ReadOptions.NONE).metadata())
        .isEqualTo(Map.of("column 1", "0"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatAnotherToolWritesIsReadBack(long seed) {
    Random random = new Random(seed);
    StringWriter file = new StringWriter();
    List<String> titles = new ArrayList<>();
    try (CsvWriter writer = CsvWriter.builder().build(file)) {
      writer.writeRecord("id", "title", "note");
      for (int n = 0; n < 200; n++) {
        titles.add("t" + randomText(random) + "t");
        writer.writeRecord("p" + n, titles.get(n), randomText(random));
      }
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }

    List<Entry> entries = Reading.entries(file.toString());

    assertThat(Reading.unreadable(entries)).isEmpty();
    assertThat(Reading.papers(entries)).extracting(Paper::title).isEqualTo(titles);
  }

  private static String randomText(Random random) {
    return random
        .ints(random.nextInt(8), 0, 6)
        .mapToObj(i -> "a,\"\n; ".substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
