package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit is 500; it must be 1 to 100|--limit is 500; it must be 1 to 100",
        "q is empty; it must hold words|QUERY is empty; it must hold words",
        "q could not be embedded: x; mode=lexical searches|QUERY could not be embedded: x;"
            + " --mode=lexical searches",
        "min_relevance=0 shows the nearest|--min-relevance=0 shows the nearest",
        "Nothing is as relevant as min_relevance asks for|Nothing is as relevant as --min-relevance"
            + " asks for",
        "positive and negative have 101 examples|what is liked and what is not have 101 examples",
      })
  void whatTheApiCallsByItsParameterIsCalledByItsOption(String message, String said) {
    assertThat(OptionNames.in(message)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "facets has \"min_relevance\"; it must be year|--facet has \"min_relevance\"; it must be year",
        "--diversity is \"limit is\"; it must be a number|--diversity is \"limit is\"; it must be a"
            + " number",
        "the limit is reached|the limit is reached",
        "authors holds a number|authors holds a number",
        "a year is over|a year is over",
      })
  void whatIsNoParameterStays(String message, String said) {
    assertThat(OptionNames.in(message)).isEqualTo(said);
  }
}
