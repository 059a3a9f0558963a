package dev.kindred.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Rejection.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTextTest {
  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "two+words, two words",
    "two%20words, two words",
    "1%2B1, 1+1",
    "100%25, 100%",
    "caf%C3%A9, café",
    "%e6%97%a5, 日",
    "raw-日-and-😀, raw-日-and-😀",
    "%F0%9F%98%80, 😀"
  })
  void percentAndPlusAreDecoded(String encoded, String text) {
    assertThat(FormText.decode(encoded)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "50%", "%2", "%zz", "%-1", "%+1", "a%2"})
  void aPercentSignWithoutTwoDigitsIsRefused(String encoded) {
    assertThatThrownBy(() -> FormText.decode(encoded))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining(encoded)
        .hasMessageContaining("two hexadecimal digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%FF", "%C3", "%C3%28", "%ED%A0%80", "%C0%AF"})
  void bytesThatAreNotUtf8AreRefused(String encoded) {
    assertThatThrownBy(() -> FormText.decode(encoded))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("not percent-encoded UTF-8");
  }

  @Test
  void emptyTextStaysEmpty() {
    assertThat(FormText.decode("")).isEmpty();
  }
}
