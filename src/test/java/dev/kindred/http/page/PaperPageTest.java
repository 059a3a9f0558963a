package dev.kindred.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaperPageTest {
  @Test
  void aDescriptionEndsBehindAWholeCharacter() {
    Paper paper = Paper.of(new PaperId("x"), "A title", "a" + "\ud83e\udd9c".repeat(300));
    assertThat(new PaperPage().of(paper, SimilarPapers.none(""), "", ""))
        .contains("content=\"a" + "\ud83e\udd9c".repeat(99) + "…\"");
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
