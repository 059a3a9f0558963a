package dev.kindred.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.index.Filter;
import dev.kindred.paper.Rejection.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
  @ParameterizedTest
  @CsvSource({"0,0", "101,0", "-1,0", "10,-1", "10,991", "10,2147483647"})
  void pagesBeyondTheLimitsAreRefusedWithTheValueAndTheRule(int limit, int offset) {
    assertThatThrownBy(() -> new Page(limit, offset))
        .isInstanceOf(InvalidRequest.class)
        .message()
        .containsAnyOf("limit is " + limit, "offset is " + offset)
        .contains("it must be");
  }

  @Test
  void theLastPageIsAllowed() {
    assertThat(new Page(10, 990).offset()).isEqualTo(990);
  }

  @Test
  void anEmptyQueryIsRefused() {
    assertThatThrownBy(
            () -> new SearchQuery(" \n", SearchMode.HYBRID, Filter.NONE, ListShape.PLAIN))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith("q is empty");
  }

  @Test
  void anEndlessQueryIsRefused() {
    String text = "x".repeat(20_001);
    assertThatThrownBy(() -> new SearchQuery(text, SearchMode.HYBRID, Filter.NONE, ListShape.PLAIN))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("q has 20001 characters; at most 20000 are allowed");
  }
}
