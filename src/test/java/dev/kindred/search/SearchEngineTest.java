package dev.kindred.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.EmbeddedPapers;
import dev.kindred.index.Filter;
import dev.kindred.index.Order;
import dev.kindred.index.Samples;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperDraft;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.UnknownPaper;
import dev.kindred.search.recommendation.Diversity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchEngineTest extends EmbeddedPapers {
  private SearchEngine engine;

  @BeforeEach
  void fillTheIndex() {
    engine = new SearchEngine(index::view, model, SearchSettings.of(() -> model.card().band()));
    putEmbedded(
        paper("bees", "Honeybee dances tell nestmates where flowers are.", "2019"),
        paper("ice", "Meltwater under glaciers makes them slide.", "2021"),
        paper("debt", "Household borrowing before a banking crisis.", "2023"));
  }

  @Test
  void meaningFindsWhatSharesNoWordWithTheQuery() {
    assertThat(ids(search("insect communication", SearchMode.SEMANTIC))).startsWith("bees");
    assertThat(ids(search("insect communication", SearchMode.HYBRID))).startsWith("bees");
    assertThat(ids(search("insect communication", SearchMode.LEXICAL))).isEmpty();
  }

  @Test
  void aPendingPaperIsFoundByItsWordsAndTheAnswerSaysHowMuchIsEmbedded() {
    put(paper("moss", "Moss on the northern side of roofs.", "2020"));
    SearchAnswer hybrid = search("moss on roofs", SearchMode.HYBRID);
    assertThat(ids(hybrid)).startsWith("moss");
    assertThat(hybrid.list().counts().pending()).isEqualTo(1);
    assertThat(ids(search("moss on roofs", SearchMode.SEMANTIC))).doesNotContain("moss");
  }

  @Test
  void papersSimilarToOneThatIsPendingAreFoundAllTheSame() {
    put(paper("wasps", "How wasps find their way back to the nest.", "2020"));
    SearchAnswer similar = similar("wasps", Page.FIRST);
    assertThat(ids(similar)).startsWith("bees").doesNotContain("wasps");
  }

  @Test
  void nothingIsSimilarToAPaperThatDoesNotExist() {
    assertThatThrownBy(() -> similar("none", Page.FIRST))
        .isInstanceOf(UnknownPaper.class)
        .hasMessage("no paper has the id \"none\"");
  }

  @Test
  void browsingGivesPapersByDateWithTheirExactTotal() {
    SearchAnswer newest =
        engine.answer(
            new Browsing(Filter.NONE, Order.NEWEST_FIRST, FacetWish.NONE),
            Showing.of(new Page(2, 0)));
    assertThat(ids(newest)).containsExactly("debt", "ice");
    assertThat(newest.list().total()).isEqualTo(3);
    assertThat(newest.list().isAtLeast()).isFalse();
  }

  @Test
  void aVersionOfAPaperStandsBesideItWhenThatIsWanted() {
    Paper again = paper("bees-2", "Honeybee dances tell nestmates where the flowers are.", "2020");
    putEmbedded(again);
    List<String> both = ids(shaped("honeybee dances", 0, false)).subList(0, 2);
    assertThat(both).containsExactlyInAnyOrder("bees", "bees-2");
    SearchAnswer folded = shaped("honeybee dances", 0, true);
    assertThat(ids(folded)).startsWith(both.getFirst()).doesNotContain(both.getLast());
    assertThat(folded.results().getFirst().also())
        .extracting(also -> also.id().value())
        .containsExactly(both.getLast());
    assertThat(folded.list().total()).isEqualTo(3);
  }

  @Test
  void aPaperIsAsRelevantToAQueryByMeaningAloneAsByBoth() {
    Result alone = search("meltwater", SearchMode.SEMANTIC).results().getFirst();
    Result both = search("meltwater", SearchMode.HYBRID).results().getFirst();
    assertThat(alone.paper()).isEqualTo(both.paper());
    assertThat(alone.relevance()).isEqualTo(both.relevance());
  }

  @Test
  void nothingFitsAQueryWithoutAWord() {
    for (SearchMode mode : SearchMode.values()) {
      SearchAnswer answer =
          engine.answer(
              new SearchQuery("?! \"", mode, Filter.NONE, ListShape.PLAIN), Showing.of(Page.FIRST));
      assertThat(answer.results()).as(mode.name()).isEmpty();
      assertThat(answer.list().fit()).as(mode.name()).contains(Fit.NONE);
    }
  }

  @Test
  void versionsAreFoldedInAListOfNothingElse() {
    Paper again = paper("bees-2", "Honeybee dances tell nestmates where the flowers are.", "2020");
    Paper third = paper("bees-3", "Honeybee dances tell nestmates where all flowers are.", "2021");
    putEmbedded(again, third);
    SearchAnswer folded =
        engine.answer(
            new SearchQuery(
                "honeybee dances tell nestmates",
                SearchMode.LEXICAL,
                Filter.NONE,
                new ListShape(
                    Optional.empty(), OptionalDouble.of(0), Diversity.NONE, true, FacetWish.NONE)),
            Showing.of(Page.FIRST));
    assertThat(folded.results()).hasSize(1);
    assertThat(folded.results().getFirst().also()).hasSize(2);
  }

  @Test
  void whereVarietyIsWantedASecondOfAKindComesLast() {
    Paper again = paper("bees-2", "Honeybee dances tell nestmates where the flowers are.", "2020");
    putEmbedded(again);
    SearchAnswer varied = shaped("insect communication", .9, false);
    assertThat(ids(varied).getFirst()).startsWith("bees");
    assertThat(ids(varied).getLast()).startsWith("bees");
    assertThat(varied.results())
        .extracting(result -> -result.score())
        .isSortedAccordingTo(Double::compare);
  }

  private SearchAnswer shaped(String text, double diversity, boolean isFolded) {
    ListShape shape =
        new ListShape(
            Optional.empty(),
            OptionalDouble.of(0),
            new Diversity(diversity),
            isFolded,
            FacetWish.NONE);
    return engine.answer(
        new SearchQuery(text, SearchMode.HYBRID, Filter.NONE, shape), Showing.of(Page.FIRST));
  }

  @Test
  void thoseWhoAskTheSameAtTheSameTimeGetOneList() throws Exception {
    int asking = 8;
    CountDownLatch all = new CountDownLatch(asking);
    try (ExecutorService threads = Executors.newFixedThreadPool(asking)) {
      List<Future<SearchAnswer>> answers = new ArrayList<>();
      for (int i = 0; i < asking; i++) {
        answers.add(
            threads.submit(() -> {
              all.countDown();
              assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
              return search("where flowers are", SearchMode.HYBRID);
            }));
      }
      SearchAnswer first = answers.getFirst().get(30, TimeUnit.SECONDS);
      for (Future<SearchAnswer> answer : answers) {
        assertThat(answer.get(30, TimeUnit.SECONDS).cursor()).isEqualTo(first.cursor());
      }
    }
  }

  @Test
  void aQueryLongerThanTheModelReadsSaysSo() {
    assertThat(search("glacier ".repeat(400), SearchMode.SEMANTIC).list().queryTruncated())
        .isTrue();
    assertThat(search("glacier", SearchMode.SEMANTIC).list().queryTruncated()).isFalse();
  }

  @Test
  void aListEndsAtItsDepthAndSaysThatThereMayBeMore() {
    fillWithRandomVectors(Page.DEPTH);
    SearchAnswer last = similar("bees", new Page(10, 990));
    assertThat(last.results()).hasSize(10);
    assertThat(last.list().total()).isEqualTo(Page.DEPTH);
    assertThat(last.list().isAtLeast()).isTrue();
    index.delete(new PaperId("ice"));
    index.delete(new PaperId("debt"));
    SearchAnswer whole = similar("bees", Page.FIRST);
    assertThat(whole.list().total()).isEqualTo(Page.DEPTH);
    assertThat(whole.list().isAtLeast()).isFalse();
  }

  private void fillWithRandomVectors(int count) {
    Random random = new Random(1);
    List<Paper> papers =
        IntStream.range(0, count).mapToObj(i -> paper("r" + i, "Filler " + i, "2000")).toList();
    index.put(papers);
    index.record(
        papers.stream()
            .map(paper -> {
              float[] vector = new float[model.card().dimension()];
              for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) random.nextGaussian();
              }
              return Samples.embedded(paper, Embedding.normalised(vector));
            })
            .toList());
  }

  private SearchAnswer search(String text, SearchMode mode) {
    return engine.answer(
        new SearchQuery(text, mode, Filter.NONE, ListShape.UNCUT), Showing.of(Page.FIRST));
  }

  private SearchAnswer similar(String id, Page page) {
    return engine.answer(
        new SimilarQuery(new PaperId(id), Filter.NONE, Diversity.NONE), Showing.of(page));
  }

  private static List<String> ids(SearchAnswer answer) {
    return answer.results().stream().map(result -> result.paper().id().value()).toList();
  }

  private static Paper paper(String id, String abstractText, String published) {
    return new PaperDraft().id(id).abstractText(abstractText).published(published).toPaper();
  }
}
