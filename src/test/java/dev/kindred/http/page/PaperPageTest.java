package dev.kindred.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.PublicationDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperPageTest {
  @Test
  void aDescriptionEndsBehindAWholeCharacter() {
    Paper paper = Paper.of(new PaperId("x"), "A title", "a" + "\ud83e\udd9c".repeat(300));
    assertThat(new PaperPage().of(paper, SimilarPapers.none(""), "", ""))
        .contains("content=\"a" + "\ud83e\udd9c".repeat(99) + "…\"");
  }

  private static Paper with(List<Author> authors, String published) {
    return new Paper(
        new PaperId("x"),
        "A title",
        "",
        authors,
        PublicationDate.parse(published),
        List.of(),
        Optional.empty(),
        Map.of());
  }

  @Test
  void tenAuthorsAreNamedAndTheOthersOfALargeCollaborationOnDemand() {
    List<Author> authors =
        IntStream.rangeClosed(1, 300).mapToObj(i -> new Author("Author " + i)).toList();
    String page = new PaperPage().of(with(authors, "2024"), SimilarPapers.none(""), "", "");
    assertThat(page)
        .contains("<bdi>Author 10</bdi></a></p>")
        .containsPattern("<summary>290 more authors</summary>\\s+<p><a [^>]+><bdi>Author 11<")
        .contains("<bdi>Author 300</bdi></a></p></details>");
    assertThat(new PaperPage().of(with(authors.subList(0, 10), ""), SimilarPapers.none(""), "", ""))
        .contains("Author 10")
        .doesNotContain("<details class=\"authors\">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"2024|2024", "2024-05|May 2024", "2024-05-07|May 7, 2024"})
  void aDateIsWrittenAsPreciselyAsItIsKnown(String published, String text) {
    assertThat(new PaperPage().of(with(List.of(), published), SimilarPapers.none(""), "", ""))
        .contains("<time datetime=\"" + published + "\">" + text + "</time>");
  }

  @Test
  void searchEnginesAreToldOnlyOfAddressesOfTheWeb() {
    Paper paper =
        new Paper(
            new PaperId("x"),
            "A title",
            "",
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.of("javascript:alert(1)"),
            Map.of("doi", "10.1000/a#b"));
    assertThat(StructuredData.of(paper, "https://papers.example/papers/x"))
        .doesNotContain("javascript")
        .contains("\"url\":\"https://papers.example/papers/x\"")
        .contains("\"sameAs\":\"https://doi.org/10.1000/a%23b\"");
  }
}
