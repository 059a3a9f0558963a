package dev.kindred.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.IndexView;
import dev.kindred.index.IndexedPapers;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackgroundPapersTest extends IndexedPapers {
  private final BackgroundPapers background = new BackgroundPapers();

  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder.resolve("store"), Samples.IDENTITY);
  }

  private static List<Paper> papers(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> Samples.paper("p" + i)).toList();
  }

  private void embed(int from, int to) {
    List<Paper> papers = papers(from, to);
    index.put(papers);
    index.record(papers.stream().map(Samples::embedded).toList());
  }

  private Collection<Embedding> drawn() {
    try (IndexView view = index.view()) {
      return background.of(view);
    }
  }

  @Test
  void thereAreNoneWhileNothingIsEmbedded() {
    index.put(papers(0, 10));
    assertThat(drawn()).isEmpty();
    embed(0, 10);
    assertThat(drawn()).hasSize(10);
  }

  @Test
  void theSameAreUsedUntilATenthHasBeenAddedOrTakenAway() {
    embed(0, 100);
    Collection<Embedding> first = drawn();
    assertThat(first).hasSize(100);
    embed(100, 109);
    assertThat(drawn()).isSameAs(first);
    embed(109, 110);
    assertThat(drawn()).isNotSameAs(first).hasSize(110);
    papers(0, 10).forEach(paper -> index.delete(paper.id()));
    assertThat(drawn()).hasSize(110);
    index.delete(papers(10, 11).getFirst().id());
    assertThat(drawn()).hasSize(99);
  }

  @Test
  void ofManyFiveHundredAreDrawn() {
    embed(0, 600);
    assertThat(drawn()).hasSize(500).doesNotHaveDuplicates();
  }
}
