package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DailyPapersTest extends EntryReaderContract {
  private static final String HEADER =
      """
      new

      Get trending papers in your email inbox!

      Subscribe

      Daily Papers

      byAK and the research community

      Oct 30

      """;

  @Override
  String beginning() {
    return HEADER;
  }

  @Override
  String good(int n) {
    return "%s\n\n%s\n\n".formatted(title(n), abstractText(n));
  }

  @Override
  String bad() {
    return "Lost Its Abstract: A Title\n\n";
  }

  @Test
  void aPageWithAllItsLinesIsRead() {
    List<Paper> papers = page("full.txt");

    assertThat(papers)
        .extracting(Paper::title)
        .containsExactly(
            "Tidal Memory: Forecasting Estuaries with Recurrent Sandbars",
            "\"Who Moved My Reef?\" A Survey of Coral Relocation",
            "OpenKelp: A Kelp Model for Everyone",
            "A Lone Observer of Glaciers");
    assertThat(papers)
        .extracting(DailyPapersTest::published)
        .containsExactly("2023-06-23", "2022-09-25", "2023-06-09", "2021-01-01");
    assertThat(papers)
        .extracting(Paper::metadata)
        .containsExactly(
            Map.of("authors_count", 4, "date_text", "Jun 23", "year_inferred", true),
            Map.of("authors_count", 12, "date_text", "Sep 25, 2022", "comments", 11),
            Map.of(
                "organization",
                "openkelp OpenKelp",
                "date_text",
                "Jun 9",
                "comments",
                5,
                "year_inferred",
                true),
            Map.of("authors_count", 1, "date_text", "Jan 1, 2021"));
  }

  /** Of the glued, of the bare and of the full page, which tell of the same papers. */
  @ParameterizedTest
  @ValueSource(strings = {"bare.txt", "glued.txt"})
  void aPageWithTitlesAndAbstractsOnlyTellsTheSamePapers(String name) {
    List<Paper> papers = page(name);
    List<Paper> full = page("full.txt");

    assertThat(papers).extracting(Paper::id).isEqualTo(full.stream().map(Paper::id).toList());
    assertThat(papers).extracting(Paper::title).isEqualTo(full.stream().map(Paper::title).toList());
    assertThat(papers)
        .extracting(Paper::abstractText)
        .isEqualTo(full.stream().map(Paper::abstractText).toList());
    assertThat(papers).allSatisfy(paper -> assertThat(paper.published()).isEmpty());
    assertThat(papers).allSatisfy(paper -> assertThat(paper.metadata()).isEmpty());
  }

  @Test
  void whatAPageTellsIsPartial() {
    assertThat(Reading.entries(file(1)))
        .singleElement()
        .isInstanceOfSatisfying(Entry.Read.class, entry -> assertThat(entry.partial()).isTrue());
  }

  @Test
  void thePageDateGivesTheYear() {
    List<Paper> papers =
        Reading.papers(
            Reading.entries(golden("full.txt"), Told.pageDate(LocalDate.of(2024, 10, 30))));

    assertThat(papers)
        .extracting(DailyPapersTest::published)
        .containsExactly("2024-06-23", "2022-09-25", "2024-06-09", "2021-01-01");
    assertThat(papers)
        .allSatisfy(paper -> assertThat(paper.metadata()).doesNotContainKey("year_inferred"));
  }

  @Test
  void withoutAnyYearADateStaysUnknown() {
    Paper paper = Reading.paper(good(1) + "  • 2 authors\n·\nJun 23 7\n", pages());

    assertThat(paper.published()).isEmpty();
    assertThat(paper.metadata())
        .isEqualTo(Map.of("authors_count", 2, "date_text", "Jun 23", "comments", 7));
  }

  @Test
  void theInferredYearHasEveryDayThatIsShown() {
    String page = good(1) + "·\nMar 1, 2021\n" + good(2) + "·\nFeb 29\n" + good(3) + "·\nMay 2\n";

    assertThat(Reading.papers(Reading.entries(page)))
        .extracting(DailyPapersTest::published)
        .containsExactly("2021-03-01", "2024-02-29", "2024-05-02");
  }

  @Test
  void aDayThatNoYearHasIsUnknownAndChangesNothing() {
    String page = good(1) + "·\nMar 1, 2021\n" + good(2) + "·\nFeb 30\n" + good(3) + "·\nMay 2\n";

    List<Paper> papers = Reading.papers(Reading.entries(page));

    assertThat(papers).extracting(Paper::published).element(1).isEqualTo(Optional.empty());
    assertThat(papers.get(1).metadata()).isEqualTo(Map.of("date_text", "Feb 30"));
    assertThat(published(papers.get(2))).isEqualTo("2022-05-02");
  }

  @Test
  void authorsAndOrganisationMayStandTogether() {
    assertThat(Reading.paper(good(1) + "Kelp Institute • 1,204 authors\n", pages()).metadata())
        .isEqualTo(Map.of("organization", "Kelp Institute", "authors_count", 1204));
  }

  @Test
  void aTitleWithoutItsAbstractCostsOnlyItself() {
    List<Entry> entries =
        Reading.entries(HEADER + "Lost\n\n" + good(1) + "Lost, Too.\n\n" + good(2) + "Gone");

    assertThat(Reading.papers(entries))
        .extracting(Paper::title)
        .containsExactly(title(1), title(2));
    assertThat(Reading.unreadable(entries))
        .extracting(Entry.Unreadable::text)
        .containsExactly("Lost", "Lost, Too.", "Gone");
    assertThat(Reading.unreadable(entries))
        .extracting(Entry.Unreadable::reason)
        .containsOnly("a title without an abstract behind it");
  }

  @Test
  void anAbstractWithoutItsTitleCostsOnlyItself() {
    List<Entry> entries =
        Reading.entries(
            HEADER + abstractText(7) + "\n" + good(1) + abstractText(8) + "\n" + good(2));

    assertThat(Reading.papers(entries))
        .extracting(Paper::title)
        .containsExactly(title(1), title(2));
    assertThat(Reading.unreadable(entries))
        .extracting(Entry.Unreadable::reason)
        .containsOnly("an abstract without a title before it");
  }

  @Test
  void whatStandsBelowALostTitleIsNotGivenToItsNeighbour() {
    List<Entry> entries =
        Reading.entries(HEADER + good(1) + "Lost\n\n  • 9 authors\n·\nJun 1\n" + good(2));

    assertThat(Reading.papers(entries))
        .extracting(Paper::title)
        .containsExactly(title(1), title(2));
    assertThat(Reading.papers(entries)).allSatisfy(paper -> assertThat(paper.metadata()).isEmpty());
  }

  @Test
  void shortAbstractsAreStillAbstracts() {
    String page =
        HEADER
            + "On Tides\n\nWe show that they come and go, twice a day, and say why that is so.\n\n"
            + "On Ebb\n\nA remark\n\n"
            + good(1);

    assertThat(Reading.papers(Reading.entries(page)))
        .extracting(Paper::title)
        .contains("On Tides", title(1));
  }

  @Test
  void aTitleThatBeginsWithSubscribeKeepsIt() {
    List<Paper> papers =
        Reading.papers(Reading.entries(HEADER + "SubscribeNet\n\n" + abstractText(1) + "\n"));

    assertThat(papers).extracting(Paper::title).containsExactly("SubscribeNet");
  }

  @Test
  void aBrokenAbstractIsNamedAtItsTitle() {
    byte[] page = (HEADER + good(1) + good(2)).getBytes(StandardCharsets.UTF_8);
    int place = new String(page, StandardCharsets.ISO_8859_1).indexOf("In study 1");
    page[place] = (byte) 0xFF;

    assertThat(Reading.unreadable(Reading.entries(page, ReadOptions.NONE)))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.line()).isEqualTo(13);
          assertThat(entry.reason()).contains("abstract on line 15").contains("0xFF");
        });
  }

  private static ReadOptions pages() {
    return Told.format(Format.DAILY_PAPERS);
  }

  private static List<Paper> page(String name) {
    return Reading.papers(Reading.entries(golden(name)));
  }

  private static String published(Paper paper) {
    return paper.published().orElseThrow().toString();
  }

  private static String golden(String name) {
    try (InputStream page = DailyPapersTest.class.getResourceAsStream("daily-papers/" + name)) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new java.io.UncheckedIOException(missing);
    }
  }
}
