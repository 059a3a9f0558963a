package dev.kindred.search.recommendation;

import static dev.kindred.search.recommendation.Vectors.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.InterceptedEmbedder;
import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.UnknownPaper;
import dev.kindred.search.recommendation.Recommender.Wish;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On the sample papers, with a real model and index. */
class RecommenderTest {
  private static final String ROOTS = "sample-drought-sensing-roots";
  private static final String CORAL = "sample-coral-larvae-heat-hardening";
  private static final String GLACIER = "sample-glacier-surge-basal-water";
  private static final String BEDTIME = "sample-bilingual-bedtime-stories";

  /** More than there are papers. */
  private static final int DEPTH = 1_000;

  @TempDir private static Path folder;
  private static SamplePapers samples;
  private static Recommender recommender;

  @BeforeAll
  static void fillTheIndex() throws IOException {
    samples = new SamplePapers(folder.resolve("store"));
    recommender = new Recommender(samples.model, DEPTH);
    samples.embed(
        List.of(samples.version(CORAL, "coral-v2"), samples.version(GLACIER, "glacier-v2")));
    samples.index.put(
        List.of(Paper.of(id("pending"), "Roots in drought", "Stomata close when soil dries.")));
  }

  @AfterAll
  static void close() {
    samples.close();
  }

  private static RankedPapers similar(String id, Filter filter, Diversity diversity) {
    try (IndexView view = samples.index.view()) {
      return recommender.similar(view, id(id), filter, diversity, SamplePapers.random(view));
    }
  }

  private static RankedPapers similar(String id) {
    return similar(id, Filter.NONE, Diversity.NONE);
  }

  private static RankedPapers recommend(Examples examples, Strategy strategy) {
    try (IndexView view = samples.index.view()) {
      Wish wish = new Wish(examples, strategy, Filter.NONE, Diversity.NONE);
      return recommender.recommend(view, wish, SamplePapers.random(view));
    }
  }

  private static Examples liked(String... ids) {
    return new Examples(papers(ids), List.of(), Set.of());
  }

  private static List<Example> papers(String... ids) {
    return Stream.of(ids).<Example>map(id -> new Example.OfPaper(id(id))).toList();
  }

  private static List<String> ids(RankedPapers ranked) {
    return ranked.papers().stream().map(paper -> paper.id().value()).toList();
  }

  private static RankedPaper find(RankedPapers ranked, String id) {
    return ranked.papers().stream()
        .filter(paper -> paper.id().equals(id(id)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyOtherPaperIsMoreOrLessSimilarAndNoneIsThereTwice() {
    RankedPapers similar = similar(ROOTS);
    assertThat(ids(similar)).doesNotHaveDuplicates().doesNotContain(ROOTS).hasSize(120);
    assertThat(similar.mayHaveMore()).isFalse();
    assertThat(similar.papers().getFirst().score()).isBetween(.9, 1.0);
    assertThat(scores(similar)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  private static List<Double> scores(RankedPapers ranked) {
    return ranked.papers().stream().map(RankedPaper::score).toList();
  }

  @Test
  void aPaperThatIsNotEmbeddedTakesPartByItsWords() {
    assertThat(ids(similar(ROOTS)).indexOf("pending")).isBetween(0, 5);
    assertThat(ids(similar("pending")).indexOf(ROOTS)).isBetween(0, 2);
  }

  @Test
  void versionsStandBehindTheFirst() {
    RankedPaper glacier = find(similar(ROOTS), GLACIER);
    assertThat(glacier.also())
        .singleElement()
        .satisfies(also -> {
          assertThat(also.id()).isEqualTo(id("glacier-v2"));
          assertThat(also.similarity()).isBetween(.75, .999);
        });
  }

  @Test
  void versionsOfThePaperItselfAreNamedApart() {
    RankedPapers similar = similar(CORAL);
    assertThat(ids(similar)).doesNotContain("coral-v2");
    assertThat(similar.known()).containsOnlyKeys(id(CORAL));
    assertThat(similar.known().get(id(CORAL)))
        .extracting(NearDuplicate::id)
        .containsExactly(id("coral-v2"));
  }

  @Test
  void aFilterLeavesWhatItLeaves() {
    RankedPapers similar = similar(ROOTS, new Filter.Category("ecology"), Diversity.NONE);
    assertThat(ids(similar)).isNotEmpty();
    try (IndexView view = samples.index.view()) {
      assertThat(similar.papers())
          .allSatisfy(paper ->
              assertThat(view.get(paper.id()).orElseThrow().paper().categories())
                  .contains("ecology"));
    }
  }

  @Test
  void diversityPutsOtherPapersSecond() {
    List<String> plain = ids(similar(ROOTS));
    RankedPapers diverse = similar(ROOTS, Filter.NONE, new Diversity(.8));
    assertThat(ids(diverse)).containsExactlyInAnyOrderElementsOf(plain).isNotEqualTo(plain);
    assertThat(ids(diverse).getFirst()).isEqualTo(plain.getFirst());
    assertThat(scores(diverse)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void nothingIsSimilarToAPaperThatDoesNotExist() {
    assertThatThrownBy(() -> similar("none"))
        .isInstanceOf(UnknownPaper.class)
        .hasMessage("no paper has the id \"none\"");
  }

  @Test
  void allExamplesThatDoNotExistAreNamed() {
    assertThatThrownBy(() -> recommend(liked("zebra", ROOTS, "none"), Strategy.MEAN))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("the examples name papers that do not exist: \"none\", \"zebra\"");
  }

  @Test
  void aPendingPaperThatIsTooLongForTheModelIsSaidToBeCut() {
    assertThat(similar("pending").textTruncated()).isFalse();
    String text = "Stomata close when soil dries. ".repeat(300);
    samples.index.put(List.of(Paper.of(id("long"), "Roots in drought", text)));
    assertThat(similar("long").textTruncated()).isTrue();
    samples.index.delete(id("long"));
  }

  @Test
  void anExampleThatCannotBeEmbeddedIsNamedWithTheReason() {
    Recommender refusing =
        new Recommender(InterceptedEmbedder.refusing(samples.model, "Stomata"), DEPTH);
    try (IndexView view = samples.index.view()) {
      assertThatThrownBy(
              () -> refusing.similar(view, id("pending"), Filter.NONE, Diversity.NONE, List.of()))
          .isInstanceOf(InvalidRequest.class)
          .hasMessage("the paper \"pending\" could not be embedded: the reason");
      Example text = new Example.OfText("Stomata of ferns");
      Examples examples = new Examples(papers(ROOTS), List.of(text), Set.of());
      Wish wish = new Wish(examples, Strategy.MEAN, Filter.NONE, Diversity.NONE);
      assertThatThrownBy(() -> refusing.recommend(view, wish, List.of()))
          .isInstanceOf(InvalidRequest.class)
          .hasMessage("the text \"Stomata of ferns\" could not be embedded: the reason");
    }
  }

  @ParameterizedTest
  @EnumSource
  void examplesAndKnownPapersAreNotRecommended(Strategy strategy) {
    List<String> first = ids(recommend(liked(ROOTS, CORAL), strategy)).subList(0, 5);
    Set<PaperId> known = Set.of(id(first.get(0)), id(first.get(3)), id("not in the collection"));
    RankedPapers ranked = recommend(new Examples(papers(ROOTS, CORAL), List.of(), known), strategy);
    assertThat(ids(ranked)).doesNotContain(ROOTS, CORAL, "coral-v2", first.get(0), first.get(3));
    assertThat(ids(ranked)).startsWith(first.get(1), first.get(2), first.get(4));
  }

  @Test
  void versionsOfAKnownPaperThatTheFilterLeavesOutAreNotRecommended() {
    Filter notCoral = new Filter.Not(new Filter.Category(category(CORAL)));
    Examples examples = new Examples(papers(ROOTS), List.of(), Set.of(id(CORAL)));
    try (IndexView view = samples.index.view()) {
      Wish wish = new Wish(examples, Strategy.MEAN, notCoral, Diversity.NONE);
      RankedPapers ranked = recommender.recommend(view, wish, SamplePapers.random(view));
      assertThat(ids(ranked)).isNotEmpty().doesNotContain(CORAL, "coral-v2");
    }
  }

  private static String category(String id) {
    return samples.get(id).categories().getFirst();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLikeADislikedPaperFalls(Strategy strategy) {
    List<String> without = ids(recommend(liked(ROOTS, BEDTIME), strategy));
    Examples examples = new Examples(papers(ROOTS, BEDTIME), papers(CORAL), Set.of());
    List<String> with = ids(recommend(examples, strategy));
    String likeCoral = ids(similar(CORAL)).getFirst();
    assertThat(with.indexOf(likeCoral)).isGreaterThan(without.indexOf(likeCoral));
    assertThat(with).doesNotContain(CORAL, "coral-v2");
  }

  @Test
  void eachInterestHasItsPapersNearTheTop() {
    List<String> top = ids(recommend(liked(ROOTS, BEDTIME), Strategy.BEST_SCORE)).subList(0, 8);
    assertThat(top).containsAnyElementsOf(ids(similar(ROOTS)).subList(0, 3));
    assertThat(top).containsAnyElementsOf(ids(similar(BEDTIME)).subList(0, 3));
  }

  @Test
  void aTextIsAnExampleToo() {
    Example text = new Example.OfText("ice sheets and glaciers that slide on melt water");
    RankedPapers ranked =
        recommend(new Examples(List.of(text), List.of(), Set.of()), Strategy.MEAN);
    assertThat(ids(ranked).getFirst()).isIn(GLACIER, "glacier-v2");
    assertThat(ranked.textTruncated()).isFalse();
    Example longText = new Example.OfText("ice that slides on water ".repeat(300));
    assertThat(
            recommend(new Examples(List.of(longText), List.of(), Set.of()), Strategy.MEAN)
                .textTruncated())
        .isTrue();
  }

  @Test
  void eachPaperSaysWhichExampleItIsThereForAndWhichWordsTheyShare() {
    List<Example> examples = new ArrayList<>(papers(BEDTIME));
    examples.add(new Example.OfText("Glaciers surge when water below them is trapped"));
    RankedPapers ranked =
        recommend(new Examples(examples, List.of(), Set.of()), Strategy.BEST_SCORE);
    try (IndexView view = samples.index.view()) {
      Map<PaperId, Because> reasons =
          ranked.reasons().of(List.of(id(GLACIER), id("pending"), id("gone")), view);
      assertThat(reasons).containsOnlyKeys(id(GLACIER), id("pending"));
      Because glacier = Vectors.of(reasons, id(GLACIER));
      assertThat(glacier.index()).isEqualTo(1);
      assertThat(glacier.id()).isEmpty();
      assertThat(glacier.cosine().orElseThrow()).isBetween(.5, 1.0);
      assertThat(glacier.words()).hasSizeBetween(2, 5).contains("surge", "Trapped");
      assertThat(Vectors.of(reasons, id("pending")).cosine()).isEmpty();
    }
  }
}
