package dev.kindred.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.Pooling;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionNamesTest {
  private static final ModelIdentity MODEL =
      new ModelIdentity(
          new ModelIdentity.Compatible("m", "w", "t", Pooling.MEAN, "", "", 256, 8, "c", "r"),
          new ModelIdentity.Recorded("g", "o", "p"));

  @TempDir Path folder;

  /** Names of regions of as many papers each, one after another. */
  private List<String> names(List<Paper> papers, int regions) {
    int each = papers.size() / regions;
    List<RegionCut.Draft> drafts = new ArrayList<>();
    List<Integer> ofPoint = new ArrayList<>();
    for (int region = 0; region < regions; region++) {
      drafts.add(new RegionCut.Draft(0, OptionalInt.empty(), each));
      for (int i = 0; i < each; i++) {
        ofPoint.add(region);
      }
    }
    try (PaperIndex index = LuceneStore.open(folder.resolve("store"), MODEL)) {
      index.put(papers);
      try (IndexView view = index.view()) {
        List<PaperId> ids = papers.stream().map(Paper::id).toList();
        return RegionNames.of(view, ids, new RegionCut(drafts, ofPoint), _ -> {});
      }
    }
  }

  private static Paper paper(int number, String title, String abstractText) {
    return Paper.of(new PaperId("p" + number), title, abstractText);
  }

  @Test
  void ofFewPapersNamesAreSubjectsAndNotWordsThatTitlesHappenToShare() {
    List<List<String>> things =
        List.of(
            List.of("glacier", "ice", "snow"),
            List.of("violin", "string", "bow"),
            List.of("enzyme", "protein", "fold"));
    List<Paper> papers = new ArrayList<>();
    for (List<String> of : things) {
      for (int i = 0; i < 4; i++) {
        String subject = of.get(i % 3);
        String other = of.get((i + 1) % 3);
        String title =
            of.contains("ice")
                ? "How %s breaks through %s".formatted(subject, other)
                : "A note about %s and %s".formatted(subject, other);
        String text =
            "We ask how each %s goes through what is known about it; we note that a %s breaks."
                .formatted(subject, other);
        papers.add(paper(papers.size(), title, text));
      }
    }
    List<String> names = names(papers, 3);
    for (int region = 0; region < 3; region++) {
      assertThat(names.get(region).split(", "))
          .containsExactlyInAnyOrderElementsOf(things.get(region));
    }
  }

  @Test
  void whereThereIsNothingButTitlesTheseHaveTheNames() {
    List<Paper> papers = new ArrayList<>();
    for (String thing : List.of("glacier", "violin")) {
      for (int i = 0; i < 5; i++) {
        papers.add(paper(papers.size(), "The %s".formatted(thing), ""));
      }
    }
    assertThat(names(papers, 2)).containsExactly("glacier", "violin");
  }

  @Test
  void noTwoHaveTheSameName() {
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      papers.add(paper(i, i < 4 ? "Moss" : "Moss " + i, "It grows."));
    }
    assertThat(names(papers, 2)).doesNotHaveDuplicates();
  }
}
