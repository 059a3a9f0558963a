package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleIdTest {
  @Test
  void anIdIsReadableAndNeverChanges() {
    assertThat(TitleId.of("Kelp: A Model, for Everyone?"))
        .isEqualTo("daily-kelp-a-model-for-everyone-c55d5fa7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kelp a model for everyone",
        "KELP:  A Model for “Everyone”!",
        " Kelp – a model-for everyone\u00a0",
        "Ｋelp: A Model, for Everyone"
      })
  void whatOnlyLooksDifferentIsTheSamePaper(String title) {
    assertThat(TitleId.of(title)).isEqualTo(TitleId.of("Kelp: A Model, for Everyone?"));
  }

  @Test
  void symbolsMakeADifference() {
    assertThat(TitleId.of("a + b")).isNotEqualTo(TitleId.of("a = b"));
  }

  @Test
  void longTitlesAreCutAtAWordAndStayDistinct() {
    String title = "word ".repeat(40);

    assertThat(TitleId.of(title + "a")).matches("daily-(word-){12}[0-9a-f]{8}");
    assertThat(TitleId.of(title + "a")).isNotEqualTo(TitleId.of(title + "b"));
    assertThat(TitleId.of("x".repeat(300))).hasSize(6 + 60 + 1 + 8);
  }

  @Test
  void titlesOfAnyScriptHaveIds() {
    assertThat(TitleId.of("Über Größe")).startsWith("daily-uber-gro-e-");
    assertThat(TitleId.of("深層学習")).matches("daily-[0-9a-f]{8}");
  }
}
