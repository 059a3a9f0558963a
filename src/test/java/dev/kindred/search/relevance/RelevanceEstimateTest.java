package dev.kindred.search.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.CosineBand;
import dev.kindred.search.relevance.Evidence.Background;
import dev.kindred.search.relevance.Evidence.Meaning;
import dev.kindred.search.relevance.Evidence.WordMatch;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelevanceEstimateTest {
  private static final int PAPERS = 5_000;

  private static final Background RANDOM_PAPERS = new Background(.5, .05, 500);
  private static final RelevanceEstimate ESTIMATE =
      new RelevanceEstimate(Optional.of(new CosineBand(.58, .9, PAPERS)));
  private static final RelevanceEstimate UNCALIBRATED = new RelevanceEstimate(Optional.empty());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void itGrowsWithTheCosine(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      WordMatch words = words(random);
      grows(cosine -> Evidence.of(new Meaning(cosine, RANDOM_PAPERS), words, PAPERS));
      grows(cosine -> Evidence.of(new Meaning(cosine, RANDOM_PAPERS), PAPERS));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void itGrowsWithBm25(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      double ceiling = 1 + 60 * random.nextDouble();
      int papers = 1 + random.nextInt(100_000);
      Meaning meaning = new Meaning(random.nextDouble(), RANDOM_PAPERS);
      grows(part -> Evidence.of(new WordMatch(part * ceiling, ceiling), papers));
      grows(part -> Evidence.of(meaning, new WordMatch(part * ceiling, ceiling), papers));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void namesOfAuthorsOnTopOfAllWordsAddNothing(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      double ceiling = 1 + 60 * random.nextDouble();
      double above = ceiling * (1 + random.nextDouble());
      Meaning meaning = new Meaning(random.nextDouble(), RANDOM_PAPERS);
      int papers = 1 + random.nextInt(100_000);
      assertThat(ESTIMATE.of(Evidence.of(meaning, new WordMatch(above, ceiling), papers)))
          .isEqualTo(ESTIMATE.of(Evidence.of(meaning, new WordMatch(ceiling, ceiling), papers)));
    }
  }

  /** Of evidence that rises with a number from 0 to 1. */
  private static void grows(DoubleFunction<Evidence> evidence) {
    for (RelevanceEstimate estimate : new RelevanceEstimate[] {ESTIMATE, UNCALIBRATED}) {
      double last = 0;
      for (int step = 0; step <= 20; step++) {
        double value = estimate.of(evidence.apply(step / 20.0)).value();
        assertThat(value).isBetween(last, 1.0);
        last = value;
      }
    }
  }

  private static WordMatch words(Random random) {
    double ceiling = 60 * random.nextDouble();
    return new WordMatch(ceiling * random.nextDouble(), ceiling);
  }

  @Test
  void wordsAloneMakeAHitStrong() {
    assertThat(label(Evidence.of(new WordMatch(32, 40), PAPERS))).isEqualTo(Label.STRONG);
    assertThat(label(Evidence.of(new WordMatch(3, 40), PAPERS))).isEqualTo(Label.WEAK);
  }

  @Test
  void meaningAloneMakesAHitStrong() {
    assertThat(label(Evidence.of(meaning(.9), PAPERS))).isEqualTo(Label.STRONG);
    assertThat(label(Evidence.of(meaning(.6), PAPERS))).isEqualTo(Label.WEAK);
  }

  @Test
  void meaningWithoutASharedWordCanBeStrong() {
    assertThat(label(Evidence.of(meaning(.9), new WordMatch(0, 40), PAPERS)))
        .isEqualTo(Label.STRONG);
  }

  @Test
  void aQueryOfStopWordsIsJudgedByItsMeaning() {
    Evidence stopWords = Evidence.of(meaning(.8), new WordMatch(0, 0), PAPERS);

    assertThat(ESTIMATE.of(stopWords))
        .isEqualTo(ESTIMATE.of(Evidence.of(meaning(.8), new WordMatch(0, 30), PAPERS)));
  }

  @Test
  void aSingleWordThatIsInThePaperIsNoWeakHit() {
    assertThat(label(Evidence.of(new WordMatch(2.4, 3), PAPERS))).isEqualTo(Label.STRONG);
    assertThat(label(Evidence.of(meaning(.68), new WordMatch(2.4, 3), PAPERS)))
        .isEqualTo(Label.STRONG);
  }

  @Test
  void aHighCosineThatRandomPapersReachTooIsWeak() {
    Background allOfOneField = new Background(.78, .04, 500);

    assertThat(label(Evidence.of(new Meaning(.8, allOfOneField), PAPERS))).isEqualTo(Label.WEAK);
  }

  @Test
  void whatOnlyStandsOutIsWeakWhenItIsFarFromWhatMatchesReach() {
    Background foreign = new Background(.35, .03, 500);

    assertThat(label(Evidence.of(new Meaning(.6, foreign), PAPERS))).isEqualTo(Label.WEAK);
  }

  @Test
  void withoutABandNothingIsStrongByMeaningAlone() {
    Meaning identical = meaning(1);

    assertThat(UNCALIBRATED.of(Evidence.of(identical, PAPERS)).label()).isEqualTo(Label.RELATED);
    assertThat(UNCALIBRATED.of(Evidence.of(meaning(.7), PAPERS)).label()).isEqualTo(Label.WEAK);
    assertThat(UNCALIBRATED.of(Evidence.of(identical, new WordMatch(32, 40), PAPERS)).label())
        .isEqualTo(Label.STRONG);
  }

  @Test
  void inATinyCollectionAHitCanBeStrong() {
    Background four = Background.of(new double[] {.9, .45, .5, .55});

    assertThat(label(Evidence.of(new Meaning(.9, four), PAPERS))).isEqualTo(Label.STRONG);
  }

  @Test
  void theOnlyPaperOfACollectionIsJudgedByItsCosine() {
    assertThat(label(Evidence.of(new Meaning(.9, Background.of(new double[] {.9})), PAPERS)))
        .isEqualTo(Label.STRONG);
    assertThat(label(Evidence.of(new Meaning(.5, Background.of(new double[] {.5})), PAPERS)))
        .isEqualTo(Label.WEAK);
  }

  @Test
  void nothingFitsAQuestionOfAnotherFieldOnly() {
    assertThat(ESTIMATE.nothingFits(Evidence.of(meaning(.6), new WordMatch(3, 40), PAPERS)))
        .isTrue();
    assertThat(ESTIMATE.nothingFits(Evidence.of(meaning(.7), new WordMatch(8, 40), PAPERS)))
        .isFalse();
  }

  @Test
  void aHitThatIsRightForAnotherReasonIsRaisedToItsLabelOnly() {
    assertThat(new Relevance(.1).atLeast(Label.RELATED).label()).isEqualTo(Label.RELATED);
    assertThat(new Relevance(.9).atLeast(Label.RELATED).value()).isEqualTo(.9);
  }

  private static Meaning meaning(double cosine) {
    return new Meaning(cosine, RANDOM_PAPERS);
  }

  private static Label label(Evidence evidence) {
    return ESTIMATE.of(evidence).label();
  }
}
