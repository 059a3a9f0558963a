package dev.kindred.search.ranking;

import static dev.kindred.index.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.paper.PaperId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All numbers are computed by hand. */
class FusionTest {
  private static final double NOISE = .4;

  private static Map<PaperId, Double> scores(Object... idsAndScores) {
    Map<PaperId, Double> scores = new HashMap<>();
    for (int i = 0; i < idsAndScores.length; i += 2) {
      scores.put(id((String) idsAndScores[i]), (Double) idsAndScores[i + 1]);
    }
    return scores;
  }

  private static Fused of(Map<PaperId, Fused> fused, String id) {
    return Objects.requireNonNull(fused.get(id(id)));
  }

  private static void assertParts(Fused fused, double meaning, double words) {
    assertThat(fused.meaning()).isCloseTo(meaning, within(1e-12));
    assertThat(fused.words()).isCloseTo(words, within(1e-12));
  }

  /** The last is not embedded, the one before it is nearer to noise than to the query. */
  private static final LegScores BOTH =
      new LegScores(
          scores("a", .8, "b", .6, "c", .5, "far", .3),
          scores("a", 2.0, "c", 8.0, "pending", 4.0),
          NOISE);

  @Test
  void meaningCountsFromNoiseToTheBest() {
    Map<PaperId, Fused> fused = new Fusion.AboveNoise(.6).fuse(BOTH);

    assertThat(fused).hasSize(5);
    assertParts(of(fused, "a"), .6, .1);
    assertParts(of(fused, "b"), .3, 0);
    assertParts(of(fused, "c"), .15, .4);
    assertParts(of(fused, "far"), 0, 0);
    assertThat(of(fused, "a").score()).isCloseTo(.7, within(1e-12));
  }

  @Test
  void whereNothingStandsOutOfTheNoiseWordsAloneDecide() {
    LegScores drowned = new LegScores(scores("a", .4, "b", .2), scores("b", 3.0), NOISE);
    Map<PaperId, Fused> fused = new Fusion.AboveNoise(.6).fuse(drowned);

    assertParts(of(fused, "a"), 0, 0);
    assertParts(of(fused, "b"), 0, .4);
  }

  @Test
  void meaningCountsFromTheLowestToTheHighest() {
    Map<PaperId, Fused> fused = new Fusion.MinMax(.7).fuse(BOTH);

    assertParts(of(fused, "a"), .7, .3 / 4);
    assertParts(of(fused, "b"), .7 * 3 / 5, 0);
    assertParts(of(fused, "c"), .7 * 2 / 5, .3);
    assertParts(of(fused, "far"), 0, 0);
  }

  @Test
  void aSingleCosineIsTheHighest() {
    Map<PaperId, Fused> fused =
        new Fusion.MinMax(.7).fuse(new LegScores(scores("a", .1), scores(), 0));
    assertParts(of(fused, "a"), .7, 0);
  }

  @Test
  void ranksCountByTheirReciprocals() {
    Map<PaperId, Fused> fused = new Fusion.ReciprocalRank(60).fuse(BOTH);

    assertParts(of(fused, "a"), 1 / 2., 61 / 63. / 2);
    assertParts(of(fused, "b"), 61 / 62. / 2, 0);
    assertParts(of(fused, "c"), 61 / 63. / 2, 1 / 2.);
    assertParts(of(fused, "far"), 61 / 64. / 2, 0);
  }

  @Test
  void equalScoresAreRankedById() {
    Map<PaperId, Fused> fused =
        new Fusion.ReciprocalRank(1).fuse(new LegScores(scores("b", .5, "a", .5), scores(), 0));
    assertParts(of(fused, "a"), 1 / 2., 0);
    assertParts(of(fused, "b"), 2 / 3. / 2, 0);
  }

  @Test
  void theWordsOfAPaperThatIsNotEmbeddedStandForItsMeaning() {
    assertParts(of(new Fusion.AboveNoise(.6).fuse(BOTH), "pending"), .3, .2);
    assertParts(of(new Fusion.MinMax(.7).fuse(BOTH), "pending"), .35, .15);
    double second = 61 / 62. / 2;
    assertParts(of(new Fusion.ReciprocalRank(60).fuse(BOTH), "pending"), second, second);
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyLegAddsNothing(RankingMethod method) {
    Fusion fusion = method.first();
    assertThat(fusion.fuse(new LegScores(scores(), scores(), 0))).isEmpty();

    Map<PaperId, Fused> near = fusion.fuse(new LegScores(scores("a", .9, "b", .5), scores(), .1));
    assertThat(of(near, "a").score()).isGreaterThan(of(near, "b").score());
    assertThat(near.values()).allSatisfy(fused -> assertThat(fused.words()).isZero());

    Map<PaperId, Fused> words = fusion.fuse(new LegScores(scores(), scores("a", 2.0, "b", 1.0), 0));
    assertThat(of(words, "a").score()).isCloseTo(1, within(1e-12));
    assertThat(of(words, "b").score()).isBetween(.5, .999);
  }
}
