package dev.kindred.search;

import static dev.kindred.index.Samples.by;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.IndexView;
import dev.kindred.index.IndexedPapers;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import dev.kindred.index.lucene.LuceneStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest extends IndexedPapers {
  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder.resolve("store"), Samples.IDENTITY);
  }

  @BeforeEach
  void fill() {
    put(
        paper("a", "Glaciers in retreat", "Retreating ice and transformers."),
        by(paper("b", "Sea ice", "Attention to the sea."), "Erika Mustermann"));
  }

  private Optional<DidYouMean> offered(String query) {
    try (IndexView view = index.view()) {
      return new Spelling(view).of(query);
    }
  }

  @Test
  void aNearWordIsPutInThePlaceOfOneThatIsNowhere() {
    assertThat(offered("Why do \"Glaciars\" retreat?"))
        .contains(
            new DidYouMean(
                "Why do \"Glaciers\" retreat?",
                List.of(new DidYouMean.Word("Glaciars", "glaciers"))));
  }

  @Test
  void everyPlaceOfAWordIsMendedAndToldOnce() {
    assertThat(offered("atention, ATENTION to mustermnan"))
        .contains(
            new DidYouMean(
                "attention, ATTENTION to mustermann",
                List.of(
                    new DidYouMean.Word("atention", "attention"),
                    new DidYouMean.Word("mustermnan", "mustermann"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"glaciers retreat", "retreated transformer", "the of and", "zzzzzzzz", "", "?!"})
  void whereWordsAreThereInAnyFormOrNothingIsNearNothingIsOffered(String query) {
    assertThat(offered(query)).isEmpty();
  }

  @Test
  void onlyThreeWordsAreLookedFor() {
    assertThat(offered("qqqqqa qqqqqb glaciars")).isPresent();
    assertThat(offered("qqqqqa qqqqqb qqqqqc glaciars")).isEmpty();
  }
}
