package dev.kindred.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperAnalyzerTest {
  private static final Path SAMPLES = Path.of("src/main/resources/samples/papers.jsonl");

  private final PaperAnalyzer analyzer = new PaperAnalyzer();

  private void assertTheTermsOfPapers(String text) {
    List<Token> words = analyzer.words(text);
    assertThat(words)
        .extracting(Token::exact)
        .containsExactlyElementsOf(analyzer.tokens(Fields.EXACT, text));
    assertThat(words.stream().flatMap(word -> word.stem().stream()))
        .containsExactlyElementsOf(analyzer.tokens(Fields.WORDS, text));
  }

  @Test
  void theWordsOfSamplePapersAreTheTermsTheyAreFoundBy() throws IOException {
    for (String paper : Files.readAllLines(SAMPLES)) {
      assertTheTermsOfPapers(paper);
      assertTheTermsOfPapers(paper);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The THE thé Thé's Cohen's COHEN'S Cohen’s models' it's",
        "Ærø ß ŒUVRE ﬁle Kahoʻokano İstanbul ½ GPT-4 node.js",
        "氷の上 лёд на море عرض 한국어",
        "",
        " \t--- ",
      })
  void theWordsOfAnyTextAreTheTermsOfPapersWithIt(String text) {
    assertTheTermsOfPapers(text);
  }
}
