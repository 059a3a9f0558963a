package dev.kindred.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageTextTest {
  @ParameterizedTest
  @CsvSource({
    "Tides, They come., Tides. They come.",
    "Why tides?, They come., Why tides? They come.",
    "On tides., They come., On tides. They come.",
    "Tides, '', Tides",
    "'', They come., They come."
  })
  void titleAndAbstractBecomeOneTextOfWholeSentences(
      String title, String abstractText, String text) {
    assertThat(PassageText.of(Paper.of(new PaperId("p"), title, abstractText))).isEqualTo(text);
  }
}
