package dev.kindred.search.recommendation;

import static dev.kindred.search.recommendation.Vectors.hits;
import static dev.kindred.search.recommendation.Vectors.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Hit;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
  private static final int DIMENSION = 384;

  private final Random random = new Random(11);
  private final Map<PaperId, Embedding> vectors = new HashMap<>();
  private final Map<PaperId, Wording> wordings = new HashMap<>();

  /** Papers p0, p1, … that have nothing to do with each other. */
  private List<Hit> unrelated(int count) {
    List<Hit> hits = hits(count);
    vectors.putAll(Vectors.randomVectors(hits, random, DIMENSION));
    hits.forEach(hit -> wordings.put(hit.id(), wording(hit.id().value())));
    return hits;
  }

  private static Wording wording(String subject) {
    return wording(subject, 0);
  }

  private static Wording wording(String subject, int firstWord) {
    String text =
        IntStream.range(firstWord, firstWord + 40)
            .mapToObj(i -> subject + "w" + i)
            .collect(Collectors.joining(" "));
    return Wording.of(Paper.of(id("x"), "", text));
  }

  private void makeSame(String original, String copy) {
    vectors.put(id(copy), Vectors.nearTo(Vectors.of(vectors, id(original)), random));
    wordings.put(id(copy), Vectors.of(wordings, id(original)));
  }

  private List<Folded> fold(List<Hit> hits) {
    return fold(hits, Set.of());
  }

  private List<Folded> fold(List<Hit> hits, Set<PaperId> kept) {
    return Folding.fold(hits, vectors, kept, _ -> wordings);
  }

  @Test
  void theFirstOfSeveralCopiesStandsForAll() {
    List<Hit> hits = unrelated(20);
    makeSame("p3", "p7");
    makeSame("p3", "p15");

    List<Folded> folded = fold(hits);

    assertThat(folded).hasSize(18);
    assertThat(folded.get(3).hit()).isEqualTo(hits.get(3));
    assertThat(folded.get(3).also())
        .containsExactly(new NearDuplicate(id("p7"), 1), new NearDuplicate(id("p15"), 1));
    assertThat(folded).filteredOn(paper -> !paper.also().isEmpty()).hasSize(1);
  }

  @Test
  void papersNearInMeaningButOfOtherWordsStay() {
    List<Hit> hits = unrelated(20);
    makeSame("p3", "p7");
    wordings.put(id("p7"), wording("elsewhere"));
    assertThat(fold(hits)).hasSize(20);
  }

  @Test
  void aPaperWithoutAVectorStays() {
    List<Hit> hits = unrelated(20);
    makeSame("p3", "p7");
    vectors.remove(id("p7"));
    assertThat(fold(hits)).hasSize(20);
    vectors.clear();
    assertThat(fold(hits)).hasSize(20);
  }

  @Test
  void onlyPapersThatMayBeTheSameAreRead() {
    List<Hit> hits = unrelated(300);
    makeSame("p3", "p7");
    Set<PaperId> read = new HashSet<>();
    Folding.fold(
        hits,
        vectors,
        Set.of(),
        ids -> {
          read.addAll(ids);
          return wordings;
        });
    assertThat(read).containsExactlyInAnyOrder(id("p3"), id("p7"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyCopyIsFoldedAndNothingElse(long seed) {
    random.setSeed(seed);
    List<Hit> hits = unrelated(400);
    List<String> copies = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      makeSame("p" + i, "p" + (100 + i));
      copies.add("p" + (100 + i));
    }
    assertThat(ids(fold(hits))).hasSize(360).doesNotContainAnyElementsOf(copies);
  }

  /** Of which each is the same as the one before it, but not as the one before that. */
  private void makeVersions(String... papers) {
    makeSame(papers[0], papers[1]);
    makeSame(papers[1], papers[2]);
    for (int i = 0; i < papers.length; i++) {
      wordings.put(id(papers[i]), wording("version", 5 * i));
    }
  }

  @Test
  void papersThatAreKeptAreLeftAndTakeInOthers() {
    List<Hit> hits = unrelated(20);
    makeVersions("p0", "p1", "p9");
    assertThat(ids(fold(hits))).contains("p0", "p9").doesNotContain("p1");
    List<Folded> folded = fold(hits, Set.of(id("p0"), id("p1")));
    assertThat(ids(folded)).contains("p0", "p1").doesNotContain("p9");
    assertThat(folded.get(1).also()).extracting(NearDuplicate::id).containsExactly(id("p9"));
  }

  private static List<String> ids(List<Folded> folded) {
    return folded.stream().map(paper -> paper.hit().id().value()).toList();
  }

  @Test
  void aPaperNearToManyIsComparedToTheMostSimilar() {
    List<Hit> hits = unrelated(400);
    for (int i = 1; i < 60; i++) {
      vectors.put(id("p" + i), Vectors.nearTo(Vectors.of(vectors, id("p0")), random));
    }
    makeSame("p50", "p399");
    assertThat(ids(fold(hits))).hasSize(399).doesNotContain("p399");
  }

  @Test
  void ofMoreCopiesThanAreComparedOneIsLeft() {
    List<Hit> hits = unrelated(400);
    for (int i = 1; i < 60; i++) {
      makeSame("p0", "p" + i);
    }
    assertThat(ids(fold(hits))).hasSize(341);
  }

  /** With the cosine of two versions of an abstract, .976. */
  @ParameterizedTest
  @ValueSource(ints = {20, 50, 80, 90, 95, 100})
  void versionsAreFoldedHoweverMuchOfTheListTheyAre(int versions) {
    List<Hit> hits = unrelated(100);
    Embedding text = Vectors.random(random, DIMENSION);
    for (int i = 0; i < versions; i++) {
      vectors.put(id("p" + i), Vectors.nearTo(text, random, .157));
      wordings.put(id("p" + i), wording("version"));
    }
    assertThat(fold(hits)).hasSize(1 + 100 - versions);
  }

  @Test
  void anEmptyListStaysEmpty() {
    assertThat(fold(List.of())).isEmpty();
  }
}
