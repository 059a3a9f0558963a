package dev.kindred.index;

import static dev.kindred.index.Samples.embedding;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.ids;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link IndexView} must keep: order, ties, lists, samples, and nothing of nothing. */
public abstract class IndexViewContract extends IndexedPapers {
  @ParameterizedTest
  @ValueSource(ints = {40, 140})
  void equalScoresComeInTheOrderOfIdsAlsoAtTheCut(int papers) {
    List<String> names = IntStream.range(0, papers).mapToObj("p%03d"::formatted).toList();
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

  private static int inSinglePrecision(double one, double other) {
    return Math.abs(one - other) < 1e-6 ? 0 : Double.compare(one, other);
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
          .extracting(Hit::id)
          .containsExactlyElementsOf(expected.values().stream().limit(20).toList());
      assertThat(hits.stream().map(Hit::score).toList())
          .usingElementComparator(IndexViewContract::inSinglePrecision)
          .containsExactlyElementsOf(expected.keySet().stream().limit(20).toList());
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
  void scoresOfAThousandPapersAreThoseTheyWereFoundWith() {
    List<Paper> papers = someEmbedded(1_500);
    index.delete(papers.getLast().id());
    Embedding query = embedding(99);
    Words words = Words.of("title of p007 and p0123");
    List<PaperId> asked = new ArrayList<>(ids("unknown", "p000", "p000"));
    papers.forEach(paper -> asked.add(paper.id()));

    try (IndexView view = index.view();
        IndexView fresh = index.view()) {
      Map<PaperId, Double> cosines = byId(view.nearest(query, 2_000, Filter.NONE));
      Map<PaperId, Double> matches = byId(view.matching(words, 2_000, Filter.NONE));

      assertThat(cosines).hasSize(1_499);
      assertThat(view.scores(asked, query)).isEqualTo(cosines);
      assertThat(fresh.scores(asked, query)).isEqualTo(cosines);
      assertThat(matches).hasSize(1_499);
      assertThat(view.scores(asked, words)).isEqualTo(matches);
      assertThat(fresh.scores(asked, words)).isEqualTo(matches);
      assertThat(view.vectors(asked)).hasSize(1_499);
      assertThat(view.get(asked)).hasSize(1_499).doesNotContainKey(papers.getLast().id());
    }
  }

  private static Map<PaperId, Double> byId(List<Hit> hits) {
    return hits.stream().collect(Collectors.toMap(Hit::id, Hit::score));
  }

  @Test
  void aStateHasAnotherNameAfterEveryWriteAndOnlyThen() {
    Set<Long> states = new HashSet<>();
    states.add(state());
    put(paper("a"));
    states.add(state());
    embed(paper("a"));
    states.add(state());
    put(paper("a", "Replaced", ""), paper("b"));
    states.add(state());
    index.delete(id("a"));
    states.add(state());

    put(paper("b"));
    index.delete(id("a"));

    assertThat(states).hasSize(5);
    assertThat(states).contains(state());
  }

  private long state() {
    try (IndexView view = index.view()) {
      assertThat(view.state()).isEqualTo(view.state());
      return view.state();
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
      assertThat(view.get(List.of())).isEmpty();
      assertThat(view.published(List.of())).isEmpty();
      assertThat(view.papersWithEach(List.of())).isEmpty();
      assertThat(view.papersWith("title", List.of())).isEmpty();
      assertThat(view.facets(List.of(), new Selection.Filtered(Filter.NONE), 9)).isEmpty();
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
      assertThat(view.papersWithEach(List.of("x"))).isEqualTo(Map.of("x", 0));
      assertThat(view.papersWith("x", 5, Filter.NONE)).isEmpty();
      assertThat(view.papersWith("x y", ids("a"))).isEmpty();
      assertThat(view.named("x", 5, Filter.NONE)).isEmpty();
      assertThat(view.nearWord("word")).isEmpty();
      assertThat(view.weights(Words.of("word"))).containsOnlyKeys("word");
      assertThat(view.scores(ids("a"), Words.of("word"))).isEmpty();
      assertThat(view.scores(ids("a"), embedding(1))).isEmpty();
      assertThat(emptyFacets(view, new Selection.Filtered(Filter.NONE))).isTrue();
      assertThat(emptyFacets(view, new Selection.Listed(ids("a")))).isTrue();
    }
  }

  private static boolean emptyFacets(IndexView view, Selection selection) {
    List<FacetField> fields =
        List.of(
            new FacetField.Category(),
            new FacetField.AuthorName(),
            new FacetField.Year(),
            new FacetField.Metadata("venue"));
    return view.facets(fields, selection, 9).stream()
        .allMatch(facet -> facet.values().isEmpty() && facet.distinct() == 0);
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

  private static List<String> shuffled(List<String> names, long seed) {
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }
}
