package dev.kindred.index;

import static dev.kindred.index.Samples.by;
import static dev.kindred.index.Samples.embedding;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.ids;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link IndexView} must keep: what is found, in which order, with which score. */
public abstract class IndexViewContract extends IndexedPapers {

  @Test
  void wordsOfTitleAbstractAndAuthorsAreFound() {
    put(
        by(paper("a", "Drought stress", "Roots sense water."), "Grace Hopper"),
        paper("b", "Galaxies", "Stars and hoppers."));

    assertThat(matching("drought")).containsExactly(id("a"));
    assertThat(matching("ROOT")).containsExactly(id("a"));
    assertThat(matching("star")).containsExactly(id("b"));
    assertThat(matching("grace")).containsExactly(id("a"));
  }

  @Test
  void theTitleCountsMoreThanTheAbstract() {
    put(paper("a", "Grey", "mamba seen here"), paper("b", "Mamba", "grey seen here"));

    assertThat(matching("mamba")).containsExactly(id("b"), id("a"));
  }

  @Test
  void accentsAndLigaturesMakeNoDifference() {
    put(by(paper("a", "Schrödinger e\uFB03ciency", ""), "Kurt Gödel"));

    assertThat(matching("schrodinger")).containsExactly(id("a"));
    assertThat(matching("efficiency")).containsExactly(id("a"));
    assertThat(matching("Godel")).containsExactly(id("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "the of and", "?!", "-- && ||", "zebra", "\u0000", "\uD800 a", "\"("})
  void aTextWithoutAKnownWordFindsNothing(String text) {
    put(by(paper("a", "A title", "Something of the kind"), "A. The"));

    assertThat(matching(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mamba AND NOT (",
        "title:mamba",
        "mamba:",
        "mamba~2^9 \"",
        "+mamba -\\",
        "*mamba?"
      })
  void aTextHasNoSyntax(String text) {
    put(paper("a", "Mamba", "x"));

    assertThat(matching(text)).containsExactly(id("a"));
  }

  @Test
  void aVeryLongTextSearchesWithItsRarestWords() {
    String manyWords =
        IntStream.range(0, 20_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    put(
        paper("a", "many", manyWords),
        paper("b", "many", manyWords),
        paper("rare", "needle", "nothing else"));

    assertThat(matching(manyWords + " needle")).contains(id("rare"), id("a"), id("b"));
  }

  @Test
  void equalScoresComeInTheOrderOfIdsAlsoAtTheCut() {
    List<String> names = IntStream.range(0, 40).mapToObj("p%02d"::formatted).toList();
    for (String name : shuffled(names, 7)) {
      Paper paper = paper(name, "Same title", "same words");
      putEmbedded(paper);
    }
    List<PaperId> firstTen = names.stream().limit(10).map(Samples::id).toList();

    try (IndexView view = index.view()) {
      assertThat(view.matching(Words.of("same"), 10, Filter.NONE))
          .extracting(Hit::id)
          .containsExactlyElementsOf(firstTen);
      Embedding query = embedding(3);
      assertThat(view.nearest(query, 10, Filter.NONE))
          .extracting(Hit::id)
          .containsExactlyElementsOf(firstTen);
    }
  }

  @Test
  void scoresOfWordsAreThoseOfMatching() {
    put(
        by(paper("a", "Mamba models", "State space models"), "Ann Space"),
        paper("b", "Space", "Rockets in space"),
        paper("c", "Cooking", "Rice"));
    Words words = Words.of("space models space");

    try (IndexView view = index.view()) {
      List<Hit> hits = view.matching(words, 10, Filter.NONE);
      Map<PaperId, Double> scores = view.scores(ids("c", "b", "a", "unknown"), words);

      assertThat(hits).hasSize(2).allMatch(hit -> hit.score() > 0);
      assertThat(scores).containsOnlyKeys(ids("a", "b"));
      hits.forEach(hit -> assertThat(scores.get(hit.id())).isCloseTo(hit.score(), within(1e-5)));
    }
  }

  @Test
  void theNearestComeFirstWithTheirCosines() {
    List<Paper> papers = someEmbedded(200);
    Embedding query = embedding(99);
    Map<Double, PaperId> expected = new TreeMap<>(Collections.reverseOrder());
    papers.forEach(paper -> expected.put(embedding(paper).cosine(query), paper.id()));

    try (IndexView view = index.view()) {
      List<Hit> hits = view.nearest(query, 20, Filter.NONE);

      assertThat(hits).hasSize(20).isEqualTo(view.nearestExactly(query, 20, Filter.NONE));
      assertThat(hits)
          .containsExactlyElementsOf(
              expected.entrySet().stream()
                  .limit(20)
                  .map(entry -> new Hit(entry.getValue(), entry.getKey()))
                  .toList());
      assertThat(view.scores(hits.stream().map(Hit::id).toList(), query))
          .containsExactlyInAnyOrderEntriesOf(
              hits.stream().collect(Collectors.toMap(Hit::id, Hit::score)));
    }
  }

  @Test
  void onlyEmbeddedPapersHaveAScoreForAVector() {
    put(paper("a"), paper("b"));
    embed(paper("b"));

    try (IndexView view = index.view()) {
      assertThat(view.nearest(embedding(1), 5, Filter.NONE))
          .extracting(Hit::id)
          .isEqualTo(ids("b"));
      assertThat(view.scores(ids("a", "b", "c"), embedding(1))).containsOnlyKeys(id("b"));
    }
  }

  @Test
  void askingForNoneGivesNone() {
    putEmbedded(paper("a"));

    try (IndexView view = index.view()) {
      assertThat(view.nearest(embedding(1), 0, Filter.NONE)).isEmpty();
      assertThat(view.matching(Words.of("title"), 0, Filter.NONE)).isEmpty();
      assertThat(view.scores(List.of(), embedding(1))).isEmpty();
      assertThat(view.scores(List.of(), Words.of("title"))).isEmpty();
      assertThat(view.vectors(List.of())).isEmpty();
      assertThat(view.browse(Filter.NONE, Order.NEWEST_FIRST, 0, 0)).isEmpty();
      assertThat(view.listAfter(Optional.empty(), 0)).isEmpty();
      assertThat(view.sample(0, 1)).isEmpty();
    }
  }

  @Test
  void anEmptyIndexAnswersEverythingWithNothing() {
    try (IndexView view = index.view()) {
      assertThat(view.counts()).isEqualTo(new Counts(0, 0, 0, 0, 0));
      assertThat(view.count(Filter.NONE)).isZero();
      assertThat(view.nearest(embedding(1), 5, Filter.NONE)).isEmpty();
      assertThat(view.matching(Words.of("x"), 5, Filter.NONE)).isEmpty();
      assertThat(view.browse(Filter.NONE, Order.OLDEST_FIRST, 0, 5)).isEmpty();
      assertThat(view.listAfter(Optional.of(id("a")), 5)).isEmpty();
      assertThat(view.sample(5, 1)).isEmpty();
    }
  }

  @Test
  void allPapersAreListedInTheOrderOfTheirCodePoints() {
    List<String> inOrder = List.of("A", "a", "a/1", "a1", "z", "é", "文", "\uFFFD", "😀");
    shuffled(inOrder, 3).forEach(name -> put(paper(name)));
    put(paper("b"));
    index.delete(id("b"));

    try (IndexView view = index.view()) {
      List<Paper> first = view.listAfter(Optional.empty(), 4);
      List<Paper> second = view.listAfter(Optional.of(first.getLast().id()), 100);

      assertThat(Stream.concat(first.stream(), second.stream()).map(p -> p.id().value()))
          .containsExactlyElementsOf(inOrder);
      assertThat(view.listAfter(Optional.of(id("文")), 1)).containsExactly(paper("\uFFFD"));
      assertThat(view.listAfter(Optional.of(id("bbb")), 1)).containsExactly(paper("z"));
      assertThat(view.listAfter(Optional.of(id("😀")), 1)).isEmpty();
    }
  }

  @Test
  void aSampleIsOfEmbeddedPapersAndTheSameForTheSameSeed() {
    someEmbedded(100);
    put(paper("waiting"));

    try (IndexView view = index.view()) {
      List<PaperId> sample = view.sample(20, 5);

      assertThat(sample).hasSize(20).doesNotHaveDuplicates().doesNotContain(id("waiting"));
      assertThat(view.sample(20, 5)).isEqualTo(sample);
      assertThat(view.sample(20, 6)).isNotEqualTo(sample);
      assertThat(view.sample(1_000, 5)).hasSize(100);
    }
  }

  @Test
  void everyPaperIsDrawnAboutAsOften() {
    someEmbedded(50);
    int[] drawn = new int[50];
    try (IndexView view = index.view()) {
      for (int seed = 0; seed < 1_000; seed++) {
        for (PaperId id : view.sample(5, seed)) {
          drawn[Integer.parseInt(id.value().substring(1))]++;
        }
      }
    }

    // 100 expected, standard deviation 9.5
    assertThat(Arrays.stream(drawn).boxed()).allMatch(times -> times > 55 && times < 145);
  }

  private List<Paper> someEmbedded(int count) {
    List<Paper> papers =
        IntStream.range(0, count).mapToObj(i -> paper("p%03d".formatted(i))).toList();
    index.put(papers);
    index.record(papers.stream().map(Samples::embedded).toList());
    return papers;
  }

  private static List<String> shuffled(List<String> names, long seed) {
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }
}
