package dev.kindred.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.index.Filter;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterJsonTest {
  private static Filter parse(String json) {
    return FilterJson.parse(PaperJson.parse(json));
  }

  private static Filter metadata(String name, String value) {
    return new Filter.Metadata(name, value);
  }

  private static Optional<LocalDate> day(String text) {
    return Optional.of(LocalDate.parse(text));
  }

  @Test
  void conditionsCanBeCombined() {
    assertThat(
            parse(
                """
                {"and": [
                  {"or": [{"category": "cs.CL"}, {"author": "Ada Lovelace"}]},
                  {"not": {"published_to": "2019-02"}},
                  {"published_from": "2018", "published_to": "2024-05-17"},
                  {"year": 2020},
                  {"year": "2021-2023"}
                ]}
                """))
        .isEqualTo(
            new Filter.All(
                List.of(
                    new Filter.Any(
                        List.of(
                            new Filter.Category("cs.CL"), new Filter.AuthorName("Ada Lovelace"))),
                    new Filter.Not(new Filter.Published(Optional.empty(), day("2019-02-28"))),
                    new Filter.Published(day("2018-01-01"), day("2024-05-17")),
                    new Filter.Published(day("2020-01-01"), day("2020-12-31")),
                    new Filter.Published(day("2021-01-01"), day("2023-12-31")))));
  }

  @Test
  void metadataAreTextsNumbersTruthValuesOrRanges() {
    assertThat(parse("{\"metadata\": {\"venue\": \"ACL\"}}")).isEqualTo(metadata("venue", "ACL"));
    assertThat(parse("{\"metadata\": {\"version\": 2.0}}")).isEqualTo(metadata("version", "2.0"));
    assertThat(parse("{\"metadata\": {\"open.access\": true}}"))
        .isEqualTo(metadata("open.access", "true"));
    assertThat(parse("{\"metadata\": {\"pages\": {\"from\": 8}}}"))
        .isEqualTo(new Filter.MetadataRange("pages", OptionalDouble.of(8), OptionalDouble.empty()));
    assertThat(parse("{\"metadata\": {\"pages\": {\"to\": 2.5e1, \"from\": -1}}}"))
        .isEqualTo(new Filter.MetadataRange("pages", OptionalDouble.of(-1), OptionalDouble.of(25)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|filter holds an array; it must be an object",
        "{}|filter has no field; an object must have one field",
        "{\"category\":\"a\",\"author\":\"b\"}|filter has category and author; an object must have one",
        "{\"published_from\":\"2020\",\"year\":2021}|filter has published_from and year; an object must",
        "{\"categories\":\"a\"}|filter has \"categories\", which is not known; known are and, author,",
        "{\"and\":[{\"AND\":[]}]}|filter.and[0] has \"AND\", which is not known",
        "{\"and\":[]}|filter.and is empty; it needs at least one condition",
        "{\"or\":[]}|filter.or is empty; it needs at least one condition",
        "{\"and\":{\"category\":\"a\"}}|filter.and holds an object; it must be an array of conditions",
        "{\"or\":[{\"category\":\"a\"},\"b\"]}|filter.or[1] holds the string \"b\"; it must be an object",
        "{\"not\":[{\"category\":\"a\"}]}|filter.not holds an array; it must be an object",
        "{\"not\":null}|filter.not holds null; it must be an object",
        "{\"and\":[{\"year\":1},{\"category\":5}]}|filter.and[0].year is \"1\"; it must be a year",
        "{\"and\":[{\"year\":2020},{\"category\":5}]}|filter.and[1].category holds the number 5; it must",
        "{\"category\":[\"a\",\"b\"]}|filter.category holds an array; it must be a string",
        "{\"not\":{\"category\":\" \"}}|filter.not.category is empty; give it a value",
        "{\"author\":null}|filter.author holds null; it must be a string",
        "{\"year\":2020.5}|filter.year holds the number 2020.5; it must be a year as 2024",
        "{\"year\":\"2020 to 2024\"}|filter.year is \"2020 to 2024\"; it must be a year",
        "{\"published_from\":2020}|filter.published_from holds the number 2020; it must be a string",
        "{\"published_from\":null}|filter.published_from holds null; it must be a string",
        "{\"or\":[{\"published_to\":\"soon\"}]}|filter.or[0].published_to is \"soon\"; it must be a date",
        "{\"published_from\":\"2021\",\"published_to\":\"2020\"}|filter: published_from is 2021-01-01 and",
        "{\"metadata\":\"x\"}|filter.metadata holds the string \"x\"; it must be an object",
        "{\"metadata\":{}}|filter.metadata has 0 fields; it must have one",
        "{\"metadata\":{\"a\":1,\"b\":2}}|filter.metadata has 2 fields; it must have one",
        "{\"metadata\":{\"a\":null}}|filter.metadata.a holds null; it must be a string, a number",
        "{\"metadata\":{\"a\":[\"x\"]}}|filter.metadata.a holds an array; it must be a string, a number",
        "{\"metadata\":{\"a b\":[]}}|filter.metadata.\"a b\" holds an array",
        "{\"metadata\":{\"a\":\"\"}}|filter.metadata.a is empty",
        "{\"metadata\":{\"\":\"x\"}}|filter.metadata.\"\": metadata is empty",
        "{\"metadata\":{\"a\":{}}}|filter.metadata.a has no field; a range must have from, to, or both",
        "{\"metadata\":{\"a\":{\"from\":1,\"too\":2}}}|filter.metadata.a has \"from, too\"; a range must",
        "{\"metadata\":{\"a\":{\"from\":\"1\"}}}|filter.metadata.a.from holds the string \"1\"; it must be",
        "{\"metadata\":{\"a\":{\"to\":null}}}|filter.metadata.a.to holds null; it must be a number",
        "{\"metadata\":{\"a\":{\"to\":1e999}}}|filter.metadata.a.to is 1E+999; that is too large",
        "{\"metadata\":{\"a\":{\"from\":2,\"to\":1}}}|filter.metadata.a is asked for from 2.0",
      })
  void whatBreaksARuleIsRefusedWithItsPlace(String json, String message) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void nineLevelsAreEnough() {
    assertThat(parse(nested(9)).isEmpty()).isFalse();
    assertThatThrownBy(() -> parse(nested(10)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage(
            "filter" + ".not".repeat(10) + " is nested 10 levels deep; at most 9 are allowed");
  }

  /** A parser reads 1,000 levels at most; nearly as many come here. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"not\":", "{\"and\":["})
  void depthDoesNotOverflowTheStack(String level) {
    int levels = level.endsWith("[") ? 490 : 990;
    String end = level.endsWith("[") ? "]}" : "}";
    String deep = level.repeat(levels) + "{\"year\":2020}" + end.repeat(levels);
    assertThatThrownBy(() -> parse(deep))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("is nested 10 levels deep; at most 9 are allowed");
    assertThatThrownBy(() -> parse("{\"category\":" + "[".repeat(900) + "]".repeat(900) + "}"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("filter.category holds an array; it must be a string");
  }

  private static String nested(int levels) {
    return "{\"not\":".repeat(levels) + "{\"category\":\"a\"}" + "}".repeat(levels);
  }

  @Test
  void conditionsAreCounted() {
    assertThat(parse(either(200)).isEmpty()).isFalse();
    assertThatThrownBy(() -> parse(either(201)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("filter.or has 201 conditions; at most 200 are allowed");
    assertThatThrownBy(() -> parse("{\"and\":[%s,%s]}".formatted(either(150), either(51))))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("filter: a filter has 201 conditions; at most 200 are allowed");
  }

  private static String either(int conditions) {
    return IntStream.range(0, conditions)
        .mapToObj("{\"category\":\"c%d\"}"::formatted)
        .collect(Collectors.joining(",", "{\"or\":[", "]}"));
  }
}
