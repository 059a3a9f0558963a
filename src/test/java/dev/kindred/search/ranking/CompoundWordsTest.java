package dev.kindred.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.IndexView;
import dev.kindred.index.IndexedPapers;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import dev.kindred.index.lucene.LuceneStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompoundWordsTest extends IndexedPapers {
  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder.resolve("store"), Samples.IDENTITY);
  }

  private List<String> texts(String query) {
    try (IndexView view = index.view()) {
      return CompoundWords.in(query, view.tokens(query)).stream()
          .map(CompoundWords.Compound::text)
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "How good is GPT-4?, GPT-4",
    "Llama-3.1-8B on a phone, Llama-3.1-8B",
    "read/write locks, read/write",
    "rice v.2, v.2",
    "the ratio 1:a, 1:a",
  })
  void whatIsWrittenAsOneWordIsOne(String query, String compound) {
    assertThat(texts(query)).containsExactly(compound);
  }

  @ParameterizedTest
  @CsvSource({"ice and snow", "'ice,snow'", "ice - snow", "ice. Snow", "ice--snow", "-ice", "''"})
  void whatStandsApartIsNot(String query) {
    assertThat(texts(query)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"node.js", "write_lock", "3.1", "snow"})
  void whatIsOneWordInTheIndexIsNoCompound(String query) {
    assertThat(texts(query)).isEmpty();
  }

  @Test
  void eachIsFoundAndOfVeryManyTheFirst() {
    assertThat(texts("a-b c d-e")).containsExactly("a-b", "d-e");
    assertThat(texts("x-y ".repeat(50))).hasSize(20);
  }
}
