package dev.kindred.index;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.by;
import static dev.kindred.index.Samples.embedding;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.ids;
import static dev.kindred.index.Samples.paper;
import static dev.kindred.index.Samples.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.index.EmbeddingState.Pending;
import dev.kindred.index.PaperIndex.PutOutcome;
import dev.kindred.paper.Paper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link PaperIndex} must keep of what is put and deleted, and its views. */
public abstract class PaperIndexContract extends IndexedPapers {
  @Test
  void aPaperThatWasPutIsThereWhole() {
    Paper whole =
        new Paper(
            id("doi:10.1000/18 2"),
            "Über naïve Bayes",
            "Two\nlines.",
            by(paper("x"), "Ada Lovelace", "Σ. Οὐτις").authors(),
            published(paper("x"), "2024-05").published(),
            List.of("cs.CL", "stat"),
            Optional.of("https://example.org/a"),
            Map.of(
                "venue",
                "ACL",
                "pages",
                List.of(1, new BigDecimal("2.5"), 12345678901L),
                "open",
                true));

    assertThat(index.put(List.of(whole))).containsExactly(PutOutcome.NEW);

    assertThat(get("doi:10.1000/18 2")).contains(new IndexedPaper(whole, new Pending(0)));
  }

  @Test
  void anUnknownIdHasNoPaper() {
    index.put(List.of(paper("a")));

    assertThat(get("b")).isEmpty();
    try (IndexView view = index.view()) {
      assertThat(view.get(ids("b", "a"))).containsOnlyKeys(id("a"));
    }
  }

  @Test
  void puttingAPaperAgainReplacesIt() {
    index.put(List.of(paper("a", "Old", "old words")));

    assertThat(index.put(List.of(paper("a", "New", "new words"))))
        .containsExactly(PutOutcome.CHANGED);

    assertThat(get("a").orElseThrow().paper().title()).isEqualTo("New");
    assertThat(matching("old")).isEmpty();
    assertThat(counts().papers()).isEqualTo(1);
  }

  @Test
  void puttingTheSamePaperAgainChangesNothing() {
    Paper paper =
        new Paper(
            id("a"),
            "Title",
            "Abstract",
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Map.of("year", 2024L, "weight", 1.5f));
    index.put(List.of(paper));

    assertThat(index.put(List.of(paper))).containsExactly(PutOutcome.UNCHANGED);
  }

  @Test
  void ofSeveralPapersWithOneIdTheLastWins() {
    List<PutOutcome> outcomes =
        index.put(List.of(paper("a", "One", ""), paper("b"), paper("a", "Two", "")));

    assertThat(outcomes).containsExactly(PutOutcome.NEW, PutOutcome.NEW, PutOutcome.CHANGED);
    assertThat(get("a").orElseThrow().paper().title()).isEqualTo("Two");
    assertThat(counts().papers()).isEqualTo(2);
  }

  @Test
  void aListLargerThanAGroupIsPutWhole() {
    List<Paper> papers = IntStream.range(0, 2_500).mapToObj(i -> paper("p" + i)).toList();

    assertThat(index.put(papers)).hasSize(2_500).containsOnly(PutOutcome.NEW);

    assertThat(counts().papers()).isEqualTo(2_500);
  }

  @Test
  void puttingNothingDoesNothing() {
    assertThat(index.put(List.of())).isEmpty();
    assertThat(counts()).isEqualTo(new Counts(0, 0, 0, 0, 0));
  }

  @Test
  void aDeletedPaperIsGone() {
    index.put(List.of(paper("a"), paper("b")));
    embed(paper("a"));

    assertThat(index.delete(id("a"))).isTrue();

    assertThat(index.delete(id("a"))).isFalse();
    assertThat(get("a")).isEmpty();
    assertThat(matching("title")).containsExactly(id("b"));
    assertThat(counts()).isEqualTo(new Counts(1, 0, 1, 0, 0));
  }

  @Test
  void aPaperPutAgainAfterItsDeletionIsNew() {
    index.put(List.of(paper("a")));
    index.delete(id("a"));

    assertThat(index.put(List.of(paper("a")))).containsExactly(PutOutcome.NEW);
  }

  @Test
  void anotherWayOfRunningTheSameModelIsNoted() {
    var other = new ModelIdentity.Recorded("99", "runtime 2", "other cpu");

    index.accept(other);

    assertThat(index.identity()).isEqualTo(new ModelIdentity(IDENTITY.compatible(), other));
  }

  @Test
  void aViewStaysAsItWas() {
    Paper paper = paper("a", "Before", "");
    put(paper);
    embed(paper);
    try (IndexView before = index.view()) {
      put(paper("a", "After", ""), paper("b"));
      index.delete(id("a"));

      assertThat(before.get(id("a"))).map(IndexedPaper::paper).contains(paper);
      assertThat(before.nearest(embedding(paper), 5, Filter.NONE)).hasSize(1);
      assertThat(before.matching(Words.of("before"), 5, Filter.NONE)).hasSize(1);
      assertThat(before.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0));
      assertThat(before.listAfter(Optional.empty(), 5)).containsExactly(paper);
    }
    assertThat(counts().papers()).isEqualTo(1);
  }

  @Test
  void aViewOutlivesTheIndex() {
    put(paper("a"));
    try (IndexView view = index.view()) {
      index.close();

      assertThat(view.get(id("a"))).isPresent();
    }
  }

  @Test
  void aClosedViewIsNotAsked() {
    IndexView view = index.view();
    view.close();
    view.close();

    assertThatThrownBy(view::counts).isInstanceOf(IllegalStateException.class);
  }
}
