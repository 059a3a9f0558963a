package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Paper;
import org.junit.jupiter.api.Test;

class TsvTest extends StreamedFormatContract {
  @Override
  String beginning() {
    return "title\tid\tabstract\n";
  }

  @Override
  String good(int n) {
    return "%s\tp%d\t%s\n".formatted(title(n), n, abstractText(n));
  }

  @Override
  String bad() {
    return "a\tb\tc\td\n";
  }

  @Test
  void quotationMarksThatQuoteNoCellAreText() {
    String text = "title\tid\n\"Help\" in crises\ta\n5\" discs\tb\n\"open\tc\n\"a\ttab\"\td\n";

    assertThat(Reading.papers(Reading.entries(text)))
        .extracting(Paper::title)
        .containsExactly("\"Help\" in crises", "5\" discs", "\"open", "a\ttab");
  }
}
