package dev.kindred.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperIdTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"2312.00273", "cs/0112017", "doi:10.1000/182", "论文-1", "a b", "%2F", ".."})
  void idsOfAllKindsAreTaken(String text) {
    assertThat(PaperId.parse(text)).map(PaperId::value).contains(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " a", "a ", "a\nb", "a\u0000", "a\u2028b", "\ud800"})
  void textThatCannotBeWrittenDownAsAnIdIsRefused(String text) {
    assertThat(PaperId.parse(text)).isEmpty();
  }

  @Test
  void theLimitIsInBytes() {
    assertThat(PaperId.parse("é".repeat(128))).isPresent();
    assertThat(PaperId.parse("é".repeat(129))).isEmpty();
  }

  @Test
  void anAccentWrittenInTwoWaysIsOneId() {
    assertThat(PaperId.parse("e\u0301tude")).isEqualTo(PaperId.parse("\u00e9tude"));
  }

  @Test
  void idsAreOrderedByCodePoint() {
    assertThat(new PaperId("\ufffd")).isLessThan(new PaperId("\ud83d\ude00"));
  }
}
