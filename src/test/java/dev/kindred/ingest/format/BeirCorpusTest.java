package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Paper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BeirCorpusTest extends StreamedFormatContract {
  @Override
  String beginning() {
    return "";
  }

  @Override
  String good(int n) {
    return "{\"_id\": \"%d\", \"title\": \"%s\", \"text\": \"%s\", \"metadata\": {}}\n"
        .formatted(n, title(n), abstractText(n));
  }

  @Override
  String bad() {
    return "{\"_id\": \"1\", \"title\": \"\", \"text\": \"\"}\n";
  }

  @Test
  void metadataAndFurtherFieldsAreKept() {
    Paper paper =
        Reading.paper(
            "{\"_id\": 4983, \"title\": \"T\", \"text\": \"X\", \"year\": 1999, \"metadata\": {\"k\":"
                + " [1]}}",
            ReadOptions.NONE);

    assertThat(paper.id().value()).isEqualTo("4983");
    assertThat(paper.metadata()).isEqualTo(Map.of("year", 1999, "k", java.util.List.of(1)));
  }

  @Test
  void whatIsNestedTooDeeplyToBeStoredIsRefused() {
    String deep = "[".repeat(101) + "]".repeat(101);
    String reason = "\"k\" is nested more than 100 levels deep";

    assertThat(
            Reading.reason(
                "{\"_id\": \"1\", \"text\": \"X\", \"metadata\": {\"k\": %s}}".formatted(deep),
                ReadOptions.NONE))
        .isEqualTo(reason);
    assertThat(
            Reading.reason(
                "{\"_id\": \"1\", \"text\": \"X\", \"k\": %s}".formatted(deep), ReadOptions.NONE))
        .isEqualTo(reason);
  }

  @Test
  void aDocumentNeedsNoTitle() {
    Paper paper =
        Reading.paper("{\"_id\": \"1\", \"title\": \"\", \"text\": \"X\"}", ReadOptions.NONE);

    assertThat(paper.title()).isEmpty();
    assertThat(paper.abstractText()).isEqualTo("X");
  }

  @Test
  void metadataThatIsNoObjectIsRefused() {
    assertThat(
            Reading.reason(
                "{\"_id\": \"1\", \"text\": \"X\", \"metadata\": \"m\"}", ReadOptions.NONE))
        .isEqualTo("metadata must be a JSON object, not \"m\"");
  }
}
