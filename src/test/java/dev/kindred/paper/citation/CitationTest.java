package dev.kindred.paper.citation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.PublicationDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitationTest {
  private static Paper paper(String title, String published, String... authors) {
    return new Paper(
        new PaperId("cs/0112017"),
        title,
        "First line,\nsecond line.",
        Arrays.stream(authors).map(Author::new).toList(),
        PublicationDate.parse(published),
        List.of("cs.CL", "cs.LG"),
        Optional.of("https://example.org/{a}"),
        Map.of("doi", "https://doi.org/10.1000/x_1"));
  }

  @Test
  void aPaperAsAnEntryOfBibTex() {
    assertThat(BibTex.of(paper("On Üben & $x_1^{2}$", "2021-06-14", "Mira Müller", "B. C. Roe")))
        .isEqualTo(
            """
            @misc{muller2021uben,
              title = {{On Üben \\& $x_1^{2}$}},
              author = {Mira Müller and B. C. Roe},
              year = {2021},
              month = jun,
              doi = {10.1000/x\\_1},
              url = {https://example.org/%7Ba%7D}
            }
            """);
  }

  @Test
  void noCharacterEndsAFieldOfBibTex() {
    String entry =
        BibTex.of(paper("} \\ { 100 % #1 ~ ^ $5 $}$", "2020", "Doe, Jane", "Me and You"));
    assertThat(entry)
        .startsWith("@misc{doe2020,")
        .contains(
            "title = {{\\textbraceright{} \\textbackslash{} \\textbraceleft{} 100 \\% \\#1"
                + " \\textasciitilde{} \\textasciicircum{} \\$5 \\$\\textbraceright{}\\$}}")
        .contains("author = {Doe, Jane and {Me and You}}")
        .contains("year = {2020},\n  doi")
        .doesNotContain("month");
  }

  @Test
  void aPaperOfWhichLittleIsKnownIsNamedByItsId() {
    Paper little = Paper.of(new PaperId("hep-th/9901001"), "", "An abstract.");
    assertThat(BibTex.of(little)).isEqualTo("@misc{hep-th-9901001,\n\n}\n");
  }

  @Test
  void aPaperWithoutALatinLetterHasAKeyAllTheSame() {
    Paper paper = Paper.of(new PaperId("論文"), "猫", "犬");
    assertThat(BibTex.of(paper))
        .matches("(?s)@misc\\{paper[0-9a-f]{8},.*")
        .isEqualTo(BibTex.of(paper));
  }

  @Test
  void aPaperAsAnEntryOfRis() {
    assertThat(Ris.of(paper("A title", "2021-06", "Mira Quell", "B. C. Roe")))
        .isEqualTo(
            String.join(
                "\r\n",
                "TY  - GEN",
                "TI  - A title",
                "AU  - Mira Quell",
                "AU  - B. C. Roe",
                "PY  - 2021",
                "DA  - 2021/06//",
                "AB  - First line, second line.",
                "KW  - cs.CL",
                "KW  - cs.LG",
                "DO  - 10.1000/x_1",
                "UR  - https://example.org/{a}",
                "ID  - cs/0112017",
                "ER  - ",
                ""));
  }

  @Test
  void aDoiIsFoundInTheMetadataOrIsTheId() {
    assertThat(Doi.of(paper("A", "2020"))).hasValue("10.1000/x_1");
    assertThat(Doi.of(Paper.of(new PaperId("10.5555/abc"), "A", "B"))).hasValue("10.5555/abc");
    assertThat(Doi.of(Paper.of(new PaperId("javascript:alert(1)"), "A", "B"))).isEmpty();
  }
}
