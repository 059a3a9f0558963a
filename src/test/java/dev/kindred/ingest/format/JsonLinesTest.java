package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest extends StreamedFormatContract {
  @Override
  String beginning() {
    return "";
  }

  @Override
  String good(int n) {
    return "{\"id\": \"p%d\", \"title\": \"%s\", \"abstract\": \"%s\"}\n"
        .formatted(n, title(n), abstractText(n));
  }

  @Override
  String bad() {
    return "{\"id\": \"p\", \"title\": 5}\n";
  }

  @Override
  int many() {
    return 200_000;
  }

  @Test
  void aPaperIsReadWithAllItsFields() {
    Paper paper =
        Reading.paper(
            """
            {"id": "cs/1", "title": " A ", "abstract": " one\\ntwo ", "authors": ["Ana", {"name": "Bo"}], \
            "published": "2024-05", "categories": ["x"], "url": "https://a.example/1", \
            "metadata": {"k": 1}, "venue": "V", "pages": [1, 2]}
            """,
            ReadOptions.NONE);

    assertThat(paper.id().value()).isEqualTo("cs/1");
    assertThat(paper.title()).isEqualTo("A");
    assertThat(paper.abstractText()).isEqualTo("one\ntwo");
    assertThat(paper.authors()).containsExactly(new Author("Ana"), new Author("Bo"));
    assertThat(paper.published()).hasToString("Optional[2024-05]");
    assertThat(paper.categories()).containsExactly("x");
    assertThat(paper.url()).contains("https://a.example/1");
    assertThat(paper.metadata()).isEqualTo(Map.of("k", 1, "venue", "V", "pages", List.of(1, 2)));
  }

  @Test
  void theDescriptionIsNotPartial() {
    assertThat(Reading.entries(file(1)))
        .singleElement()
        .isInstanceOfSatisfying(Entry.Read.class, entry -> assertThat(entry.partial()).isFalse());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\": \"a\", \"title\": \"b\"            | not valid JSON",
        "{\"id\": \"a\", \"title\": \"b\"} {}        | more text behind",
        "{\"id\": \"a\", \"id\": \"b\"}              | Duplicate field 'id'",
        "[\"a\"]                                     | must be a JSON object",
        "{\"title\": \"b\"}                          | id is missing",
        "{\"id\": \" a\", \"title\": \"b\"}          | id is \" a\"",
        "{\"id\": \"a\"}                             | needs a title or an abstract",
        "{\"id\": \"a\", \"title\": [1]}             | title holds an array",
        "{\"id\": 7, \"title\": \"b\"}               | id holds the number 7",
        "{\"id\": \"a\", \"title\": \"b\", \"published\": \"May\"} | published is \"May\"",
        "{\"id\": \"a\", \"title\": \"b\", \"url\": \"ftp://x\"}   | url is \"ftp://x\"",
        "{\"id\": \"a\", \"title\": \"b\", \"authors\": \"Ana\"}   | authors holds the string",
      })
  void aBadLineSaysWhatIsWrong(String line, String reason) {
    assertThat(Reading.reason(line, Told.format(Format.JSON_LINES))).contains(reason);
  }

  @Test
  void deepNestingIsRefusedNotACrash() {
    String deep = "{\"id\": \"a\", \"title\": \"b\", \"x\": " + "[".repeat(100_000) + "\n";

    assertThat(Reading.reason(deep, ReadOptions.NONE)).contains("nesting depth");
  }
}
