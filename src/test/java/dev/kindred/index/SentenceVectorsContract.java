package dev.kindred.index;

import static dev.kindred.index.Samples.embedding;
import static dev.kindred.index.Samples.failed;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.ids;
import static dev.kindred.index.Samples.inCategories;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link PaperIndex} must promise about vectors of sentences. */
public abstract class SentenceVectorsContract extends IndexedPapers {
  private final Paper before = paper("a", "Title", "Kelp drifts. Crabs follow it.");
  private final Paper after = paper("a", "Title", "Moss grows. Nothing follows it.");

  @Test
  void vectorsComeBackNearlyAsTheyWereMadeAndInOrder() {
    putEmbedded(before, paper("b"));
    record(before);

    List<Embedding> kept = kept(before);
    assertThat(kept).hasSize(2);
    assertThat(kept.get(0).cosine(embedding(1))).isGreaterThan(.9995);
    assertThat(kept.get(1).cosine(embedding(2))).isGreaterThan(.9995);
    assertThat(kept(paper("b"))).isEmpty();
    assertThat(papersWithVectors()).isEqualTo(1);
  }

  @Test
  void embeddedPapersThatLackThemAreWantedInTheOrderTheyCame() {
    putEmbedded(paper("c"), paper("a"), paper("b"));

    assertThat(wanted(10)).isEqualTo(ids("c", "a", "b"));
    assertThat(wanted(2)).isEqualTo(ids("c", "a"));
    record(paper("c"), paper("b"));
    assertThat(wanted(10)).isEqualTo(ids("a"));
    record(paper("a"));
    assertThat(wanted(10)).isEmpty();
  }

  @Test
  void noneIsWantedWhileAPaperIsPending() {
    putEmbedded(paper("a"));
    put(paper("b"));
    assertThat(wanted(10)).isEmpty();

    embed(paper("b"));
    assertThat(wanted(10)).isEqualTo(ids("a", "b"));
  }

  @Test
  void aPaperThatCouldNotBeEmbeddedIsNotWanted() {
    put(paper("a"));
    for (int i = 0; i < EmbeddingState.MAX_ATTEMPTS; i++) {
      index.record(List.of(failed(paper("a"), "the reason")));
    }
    assertThat(wanted(10)).isEmpty();
  }

  @Test
  void aPaperWithoutAnyVectorIsDone() {
    putEmbedded(paper("a"));
    index.recordSentences(
        List.of(new SentenceVectors(id("a"), paper("a").contentHash(), List.of())));

    assertThat(wanted(10)).isEmpty();
    assertThat(kept(paper("a"))).isEmpty();
  }

  @Test
  void vectorsOfAFormerTextAreNeitherUsedNorLastingAndThePaperIsWantedAgain() {
    putEmbedded(before);
    record(before);
    assertThat(wanted(10)).isEmpty();

    putEmbedded(after);
    assertThat(kept(after)).isEmpty();
    assertThat(wanted(10)).isEqualTo(ids("a"));
    record(after);
    assertThat(kept(after)).hasSize(2);
    assertThat(kept(before)).isEmpty();
    assertThat(papersWithVectors()).isEqualTo(1);
  }

  @Test
  void vectorsOfAPaperThatChangedMeanwhileAreDropped() {
    putEmbedded(after);
    record(before);

    assertThat(kept(before)).isEmpty();
    assertThat(wanted(10)).isEqualTo(ids("a"));
  }

  @Test
  void aChangeOfOtherThanTheTextKeepsThem() {
    putEmbedded(before);
    record(before);
    put(inCategories(before, "ecology"));

    assertThat(kept(before)).hasSize(2);
    assertThat(wanted(10)).isEmpty();
  }

  @Test
  void theVectorsOfADeletedPaperGoWhenThereIsTime() {
    putEmbedded(before, paper("b"));
    record(before, paper("b"));
    index.delete(id("a"));

    assertThat(wanted(10)).isEmpty();
    assertThat(papersWithVectors()).isEqualTo(1);
    assertThat(kept(before)).isEmpty();
    assertThat(kept(paper("b"))).hasSize(2);
  }

  @Test
  void theVectorsOfAPaperThatFailedUnderItsNewTextGoToo() {
    putEmbedded(before);
    record(before);
    put(after);
    for (int i = 0; i < EmbeddingState.MAX_ATTEMPTS; i++) {
      index.record(List.of(failed(after, "the reason")));
    }

    assertThat(wanted(10)).isEmpty();
    assertThat(papersWithVectors()).isZero();
  }

  @Test
  void aViewKnowsThemAsSoonAsTheyAreKeptForTheyAreNoStateOfTheIndex() {
    putEmbedded(before);
    try (IndexView view = index.view()) {
      long state = view.state();
      record(before);
      assertThat(view.sentenceVectors(List.of(before))).containsOnlyKeys(id("a"));
      assertThat(view.state()).isEqualTo(state);
    }
    try (IndexView view = index.view()) {
      assertThat(view.sentenceVectors(List.of())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whateverIsRecordedInWhateverOrderAllAreDoneInTheEnd(int seed) {
    Random random = new Random(seed);
    List<Paper> papers =
        new ArrayList<>(IntStream.range(0, 30).mapToObj(i -> paper("p" + i)).toList());
    Collections.shuffle(papers, random);
    index.put(papers);
    index.record(papers.stream().map(Samples::embedded).toList());
    int rounds = 0;
    for (List<Paper> wanted = index.withoutSentenceVectors(9);
        !wanted.isEmpty();
        wanted = index.withoutSentenceVectors(9)) {
      assertThat(rounds++).isLessThan(200);
      List<Paper> some = new ArrayList<>(wanted);
      Collections.shuffle(some, random);
      record(some.subList(0, 1 + random.nextInt(some.size())).toArray(Paper[]::new));
      Paper any = papers.get(random.nextInt(papers.size()));
      if (rounds < 8 && index.delete(any.id())) {
        putEmbedded(any);
      }
    }
    assertThat(papersWithVectors()).isEqualTo(30);
    try (IndexView view = index.view()) {
      assertThat(view.sentenceVectors(papers)).hasSize(30);
    }
  }

  private void record(Paper... papers) {
    index.recordSentences(Stream.of(papers).map(SentenceVectorsContract::made).toList());
  }

  /** Two vectors. */
  private static SentenceVectors made(Paper paper) {
    return new SentenceVectors(
        paper.id(), paper.contentHash(), List.of(embedding(1), embedding(2)));
  }

  private List<Embedding> kept(Paper paper) {
    try (IndexView view = index.view()) {
      return view.sentenceVectors(List.of(paper)).getOrDefault(paper.id(), List.of());
    }
  }

  private int papersWithVectors() {
    try (IndexView view = index.view()) {
      return view.papersWithSentenceVectors();
    }
  }

  private List<PaperId> wanted(int limit) {
    return index.withoutSentenceVectors(limit).stream().map(Paper::id).toList();
  }
}
