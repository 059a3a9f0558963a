package dev.kindred.search.ranking;

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
import org.junit.jupiter.api.Test;

class NamedAuthorTest extends IndexedPapers {
  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder.resolve("store"), Samples.IDENTITY);
  }

  private List<String> ways(String query) {
    put(by(paper("a"), "Ada Lovelace"));
    try (IndexView view = index.view()) {
      return NamedAuthor.ways(view, query);
    }
  }

  @Test
  void whereNothingOnlyAsksAQueryIsLookedForOnce() {
    assertThat(ways("Lovelace")).containsExactly("lovelace");
    assertThat(ways("Ada, LOVELACE")).containsExactly("ada lovelace", "lovelace ada");
    assertThat(ways("Ada Augusta King")).containsExactly("ada augusta king");
  }

  @Test
  void wordsThatOnlyAskMayBePartOfTheName() {
    assertThat(ways("show me papers by Ada Lovelace"))
        .containsExactly("show me papers by ada lovelace", "ada lovelace", "lovelace ada");
  }

  @Test
  void whatHasNoWordIsNoName() {
    assertThat(ways("?!")).isEmpty();
  }
}
