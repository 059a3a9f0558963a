package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArxivSnapshotTest extends StreamedFormatContract {
  private static final String RECORD =
      """
      {"id":"0704.0001","submitter":"Ana Ruiz","authors":"A. Ruiz, B. van Dam Jr. and C. Oh (X, Y)",\
      "title":"A calculation of\\n  two things","comments":"37 pages; 15 figures","journal-ref":null,\
      "doi":"10.1000/1","report-no":null,"categories":"hep-ph cs.LG","license":null,\
      "abstract":"  A first line\\nand a second,\\n  indented.\\n",\
      "versions":[{"version":"v1","created":"Mon, 2 Apr 2007 19:18:42 GMT"},\
      {"version":"v2","created":"Tue, 24 Jul 2007 20:10:27 GMT"}],"update_date":"2008-11-26",\
      "authors_parsed":[["Ruiz","Ana",""],["van Dam","Bo","Jr."],["Oh","",""]]}
      """;

  @Override
  String beginning() {
    return "";
  }

  @Override
  String good(int n) {
    return """
    {"id":"2401.%05d","authors":"A. Ruiz","title":"%s","categories":"cs.LG",\
    "abstract":"  %s\\n","versions":[{"version":"v1","created":"Mon, 1 Jan 2024 00:00:00 GMT"}]}
    """
        .formatted(n, title(n), abstractText(n));
  }

  @Override
  String bad() {
    return "{\"id\":\"2401.1\",\"title\":[],\"categories\":\"cs.LG\",\"versions\":[]}\n";
  }

  @Test
  void everyFieldFindsItsPlace() {
    Paper paper = Reading.paper(RECORD, ReadOptions.NONE);

    assertThat(paper.id().value()).isEqualTo("0704.0001");
    assertThat(paper.title()).isEqualTo("A calculation of two things");
    assertThat(paper.abstractText()).isEqualTo("A first line and a second, indented.");
    assertThat(paper.authors())
        .containsExactly(new Author("Ana Ruiz"), new Author("Bo van Dam Jr."), new Author("Oh"));
    assertThat(paper.published()).hasToString("Optional[2007-04-02]");
    assertThat(paper.categories()).containsExactly("hep-ph", "cs.LG");
    assertThat(paper.url()).contains("https://arxiv.org/abs/0704.0001");
    assertThat(paper.metadata())
        .containsOnlyKeys("submitter", "comments", "doi", "versions", "update_date")
        .containsEntry("comments", "37 pages; 15 figures")
        .containsEntry("update_date", "2008-11-26");
    assertThat(paper.metadata().get("versions"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .first()
        .isEqualTo(Map.of("version", "v1", "created", "Mon, 2 Apr 2007 19:18:42 GMT"));
  }

  @Test
  void withoutParsedAuthorsTheirLineIsCutUp() {
    String record = RECORD.replaceAll("\"authors_parsed\":.*]]", "\"authors_parsed\":[]");

    assertThat(Reading.paper(record, ReadOptions.NONE).authors())
        .isEqualTo(
            List.of(new Author("A. Ruiz"), new Author("B. van Dam Jr."), new Author("C. Oh")));
  }

  @Test
  void withoutAFirstVersionTheLastUpdateIsTheDate() {
    String record = RECORD.replace("Mon, 2 Apr 2007", "in spring 2007");

    assertThat(Reading.paper(record, ReadOptions.NONE).published())
        .hasToString("Optional[2008-11-26]");
  }

  @Test
  void anOldIdKeepsItsSlash() {
    Paper paper = Reading.paper(RECORD.replace("0704.0001", "hep-th/9901001"), ReadOptions.NONE);

    assertThat(paper.id().value()).isEqualTo("hep-th/9901001");
    assertThat(paper.url()).contains("https://arxiv.org/abs/hep-th/9901001");
  }
}
