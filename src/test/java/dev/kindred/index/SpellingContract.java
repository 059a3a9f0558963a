package dev.kindred.index;

import static dev.kindred.index.Samples.by;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which word every {@link IndexView} must offer for one that no paper holds. */
public abstract class SpellingContract extends IndexedPapers {

  @BeforeEach
  void fill() {
    put(
        paper("a", "Transformer models", "Attention layers and a graph"),
        paper("b", "Transformers", "Attention heads and a graph"),
        by(paper("c", "Naïve retrieval", "Graphs on the web"), "Erika Mustermann"));
  }

  @ParameterizedTest
  @CsvSource({
    "transfomer, transformer",
    "transformr, transformer",
    "rtansformer, ''",
    "transfermar, transformer",
    "atention, attention",
    "atttention, attention",
    "ttention, ''",
    "mustermnan, mustermann",
    "nave, naive",
    "retreival, retrieval",
    "grpah, graph",
    "transxxxmer, ''",
    "transformer, ''",
    "naive, ''",
    "wob, ''",
    "grpahs, graphs",
    "gaprhs, ''",
    "grxxh, ''",
    "nvae, ''",
    "graqh, ''",
    "graaph, graph",
    "zzzzzz, ''",
    "quetzalcoatl, ''",
  })
  void aNearWordOfTheCollectionIsOffered(String word, String near) {
    assertThat(near(word)).isEqualTo(near.isEmpty() ? Optional.empty() : Optional.of(near));
  }

  @Test
  void ofSeveralTheNearestThenTheMostFrequentIsOffered() {
    put(paper("d", "planer plane", ""), paper("e", "planed planed planed", ""));
    put(paper("f", "planet", ""), paper("g", "planet", ""));

    assertThat(near("planeq")).contains("planet");
    assertThat(near("planedr")).contains("planed");
  }

  @Test
  void aWordOfDeletedPapersOnlyIsNeitherOfferedNorThere() {
    put(paper("d", "Cobra cobras", ""), paper("e", "Cobra", ""), paper("f", "Copra", ""));
    index.delete(id("d"));
    put(paper("e", "Else", ""));

    assertThat(near("cobro")).isEmpty();
    assertThat(near("cobra")).contains("copra");
  }

  @Test
  void forANumberNothingIsOffered() {
    put(paper("d", "GPT-35 in 2021", "gpt35turbo"));

    assertThat(near("20211")).isEmpty();
    assertThat(near("gpt35turba")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "?", "de", "日本"})
  void forHardlyAWordNothingIsOffered(String word) {
    assertThat(near(word)).isEmpty();
  }

  @Test
  void forAVeryLongWordNothingIsOffered() {
    assertThat(near("transformer".repeat(1_000))).isEmpty();
  }

  private Optional<String> near(String word) {
    try (IndexView view = index.view()) {
      return view.nearWord(word);
    }
  }
}
