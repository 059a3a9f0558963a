package dev.kindred.paper.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson.UnknownFields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperJsonTest {
  private static final String FULL =
      """
      {"id":"cs/1","title":"T","abstract":"A","authors":[{"name":"Łukasz Ångström"}],\
      "published":"2024-05","categories":["cs.CL","stat.ML"],"url":"https://example.org/1",\
      "metadata":{"doi":"10.1/x","n":3,"deep":{"list":[1,null,true]}}}\
      """;

  @Test
  void aPaperReadAndWrittenIsTheSame() {
    Paper paper = PaperJson.read(FULL, UnknownFields.REFUSED);
    assertThat(PaperJson.write(paper)).hasToString(FULL);
    assertThat(PaperJson.read(PaperJson.write(paper).toString(), UnknownFields.REFUSED))
        .isEqualTo(paper);
  }

  @Test
  void authorsMayBeStringsOrObjects() {
    Paper paper =
        PaperJson.read(
            "{\"id\":\"1\",\"title\":\"T\",\"authors\":[\"A B\",{\"name\":\"C\"}]}",
            UnknownFields.REFUSED);
    assertThat(paper.authors()).isEqualTo(List.of(new Author("A B"), new Author("C")));
  }

  @Test
  void unknownFieldsOfAFileAreKeptInMetadata() {
    Paper paper =
        PaperJson.read(
            """
            {"id":"1","title":"T","venue":"X","authors":[{"name":"A","orcid":"0000"}]}\
            """,
            UnknownFields.INTO_METADATA);
    assertThat(paper.metadata()).containsEntry("venue", "X").containsKey("authors");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1]|a paper must be a JSON object, not an array",
        "{\"id\":7}|id holds the number 7; it must be a string",
        "{\"id\":\"1\",\"titel\":\"T\"}|\"titel\" is not a field of a paper; known are id",
        "{\"id\":\"1\",\"title\":[]}|title holds an array; it must be a string",
        "{\"id\":\"1\",\"categories\":\"cs\"}|categories holds the string \"cs\"; it must be an array",
        "{\"id\":\"1\",\"authors\":[5]}|authors holds the number 5; it must be names or objects",
        "{\"id\":\"1\",\"metadata\":[]}|metadata holds an array; it must be an object",
        "{\"id\":\"1\",\"id\":\"2\"}|not valid JSON at column ",
        "{\"id\":\"1\"|not valid JSON at column ",
        "{\"id\":\"1\",\"title\":\"T\"} x|not valid JSON at column ",
        "{\"id\":\"1\",\"title\":\"T\"}{}|there is more text behind the JSON value"
      })
  void whatIsNoPaperIsRefusedByName(String json, String message) {
    assertThatThrownBy(() -> PaperJson.read(json, UnknownFields.REFUSED))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void theLineIsToldOnlyWhereThereAreMore() {
    assertThatThrownBy(() -> PaperJson.parse("{\"id\": x}"))
        .hasMessageStartingWith("not valid JSON at column 8: ");
    assertThatThrownBy(() -> PaperJson.parse("{\n\"id\": x}"))
        .hasMessageStartingWith("not valid JSON at line 2, column 7: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NaN|not valid JSON at column 4: Non-standard token 'NaN'",
        "[1}|not valid JSON at column 3: Unexpected close marker '}': expected ']'",
        "{q: 1}|not valid JSON at column 2: Unexpected character ('q'): was expecting double-quote to"
            + " start field name",
        "\u00A0{}|not valid JSON at column 1: Unexpected character ('\u00A0' (U+00A0)): expected a valid"
            + " value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
        "-|not valid JSON at column 2: Unexpected end-of-input: No digit following sign",
        "// {}|not valid JSON at column 1: Unexpected character ('/'): maybe a (non-standard) comment?",
        "[1e99999999999]|not valid JSON: a number has an exponent too large to be read"
      })
  void whatIsNoJsonIsToldWithoutInternals(String text, String message) {
    assertThatThrownBy(() -> PaperJson.parse(text))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage(message);
  }

  @Test
  void deepNestingIsRefusedNotSuffered() {
    String deep = "{\"metadata\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    assertThatThrownBy(() -> PaperJson.read(deep, UnknownFields.REFUSED))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("nesting depth");
  }

  @Test
  void numbersOfMetadataKeepEveryDigit() {
    String json =
        """
        {"id":"1","title":"T","metadata":{"a":1E+400,"b":12345678901234567890.50,"c":0.1}}\
        """;
    JsonNode metadata =
        PaperJson.write(PaperJson.read(json, UnknownFields.REFUSED)).path("metadata");
    assertThat(metadata).hasToString("{\"a\":1E+400,\"b\":12345678901234567890.50,\"c\":0.1}");
  }
}
