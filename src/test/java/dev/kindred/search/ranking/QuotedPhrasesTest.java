package dev.kindred.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedPhrasesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no quotes|",
        "\"sea ice\" in May|sea ice",
        "a \"sea ice\" and \" snow \"|sea ice;snow",
        "“sea ice” and „Eis“|sea ice;Eis",
        "\"sea ice\" \"sea ice\"|sea ice",
        "never \"closed|",
        "\"\" and \"  \"|",
        "\"a\" b\" c|a",
        "5 \" of rain|",
      })
  void whatStandsInQuotationMarksIsAPhrase(String query, String phrases) {
    assertThat(QuotedPhrases.in(query))
        .isEqualTo(phrases == null ? List.of() : List.of(phrases.split(";")));
  }

  @Test
  void moreThanTwentyAreRefused() {
    assertThat(QuotedPhrases.in(quoted(20))).hasSize(20);
    assertThatThrownBy(() -> QuotedPhrases.in(quoted(21)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("q has 21 phrases in quotation marks; at most 20 are allowed");
  }

  private static String quoted(int phrases) {
    return IntStream.range(0, phrases)
        .mapToObj("\"p%d\""::formatted)
        .collect(Collectors.joining(" "));
  }
}
