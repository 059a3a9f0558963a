package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "{\"_id\": \"1\", \"title\": \"\", \"text\": \"x\"}              | beir",
        "{\"id\": \"1\", \"versions\": [], \"categories\": \"cs.LG\"}    | arxiv-snapshot",
        "{\"id\": \"1\", \"versions\": [], \"categories\": [\"cs.LG\"]}  | jsonl",
        "{\"id\": \"1\", \"submitter\": \"x\", \"authors\": \"y          | arxiv-snapshot",
        "{\"id\": \"1\", \"authors_parsed\": []}                         | arxiv-snapshot",
        "{\"id\": \"1\", \"title\": \"cut off                            | jsonl",
        "[{\"_id\": \"1\", \"text\": \"x\"}]                             | beir",
        "[ {\"id\": \"1\"}]                                              | jsonl",
        "[]                                                              | jsonl",
        "id,Title                                                        | csv",
        "id;Title                                                        | csv",
        "id;\"a, b, c\";Title                                            | csv",
        "id\\tSummary                                                    | tsv",
        "Get trending papers in your email inbox!\\nSubscribeX           | daily-papers",
        "Daily Papers\\nX\\nY                                            | daily-papers",
        "A title\\n\\nAn abstract.\\n\\n  • 2 authors\\n·\\nJun 23       | daily-papers",
      })
  void aFormatIsRecognisedByItsHead(String head, String format) {
    assertThat(Recognition.of(head.replace("\\n", "\n").replace("\\t", "\t"), ReadOptions.NONE))
        .map(Format::toString)
        .contains(format);
  }

  @Test
  void aLineThatTellsNothingLeavesItToTheNext() {
    assertThat(Recognition.of("{broken\n{\"_id\": \"1\", \"text\": \"x\"}\n", ReadOptions.NONE))
        .contains(Format.BEIR);
  }

  @Test
  void aMappedColumnTellsATable() {
    ReadOptions options = Told.columns(Map.of("Titel", "title"));

    assertThat(Recognition.of("Nummer,Titel\n", options)).contains(Format.CSV);
    assertThat(Recognition.of("Nummer,Titel\n", ReadOptions.NONE)).isEmpty();
  }

  @Test
  void everyFormatIsFoundByItsName() {
    assertThat(Format.values()).allSatisfy(f -> assertThat(Format.parse(f.toString())).contains(f));
    assertThat(Format.parse("CSV")).isEmpty();
  }
}
