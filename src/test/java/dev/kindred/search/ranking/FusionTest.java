package dev.kindred.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All numbers are computed by hand. */
class FusionTest {
  private static final double NOISE = .4;
  private static final float NONE = Float.NaN;

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;
  private static final int FAR = 3;
  private static final int PENDING = 4;

  /** The last is not embedded, the one before it is nearer to noise than to the query. */
  private static final LegScores BOTH =
      new LegScores(floats(.8, .6, .5, .3, NONE), floats(2, 0, 8, 0, 4), NOISE);

  private static float[] floats(double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static void assertParts(Fused fused, double meaning, double words) {
    assertThat(fused.meaning()).isCloseTo(meaning, within(1e-6));
    assertThat(fused.words()).isCloseTo(words, within(1e-6));
  }

  @Test
  void meaningCountsFromNoiseToTheBest() {
    Fused[] fused = new Fusion.AboveNoise(.6).fuse(BOTH);

    assertThat(fused).hasSize(5);
    assertParts(fused[A], .6, .1);
    assertParts(fused[B], .3, 0);
    assertParts(fused[C], .15, .4);
    assertParts(fused[FAR], 0, 0);
    assertThat(fused[A].score()).isCloseTo(.7, within(1e-6));
  }

  @Test
  void whereNothingStandsOutOfTheNoiseWordsAloneDecide() {
    LegScores drowned = new LegScores(floats(.4, .2), floats(0, 3), .4f);
    Fused[] fused = new Fusion.AboveNoise(.6).fuse(drowned);

    assertParts(fused[A], 0, 0);
    assertParts(fused[B], 0, .4);
  }

  @Test
  void meaningCountsFromTheLowestToTheHighest() {
    Fused[] fused = new Fusion.MinMax(.7).fuse(BOTH);

    assertParts(fused[A], .7, .3 / 4);
    assertParts(fused[B], .7 * 3 / 5, 0);
    assertParts(fused[C], .7 * 2 / 5, .3);
    assertParts(fused[FAR], 0, 0);
  }

  @Test
  void aSingleCosineIsTheHighest() {
    Fused[] fused = new Fusion.MinMax(.7).fuse(new LegScores(floats(.1), floats(0), 0));
    assertParts(fused[A], .7, 0);
  }

  @Test
  void ranksCountByTheirReciprocals() {
    Fused[] fused = new Fusion.ReciprocalRank(60).fuse(BOTH);

    assertParts(fused[A], 1 / 2., 61 / 63. / 2);
    assertParts(fused[B], 61 / 62. / 2, 0);
    assertParts(fused[C], 61 / 63. / 2, 1 / 2.);
    assertParts(fused[FAR], 61 / 64. / 2, 0);
  }

  @Test
  void equalScoresHaveAnEqualRank() {
    LegScores tied = new LegScores(floats(.5, .9, .5, .1), floats(3, 3, 0, 1), 0);
    Fused[] fused = new Fusion.ReciprocalRank(1).fuse(tied);
    assertParts(fused[A], 2 / 3. / 2, 1 / 2.);
    assertParts(fused[B], 1 / 2., 1 / 2.);
    assertParts(fused[C], 2 / 3. / 2, 0);
    assertParts(fused[FAR], 2 / 5. / 2, 2 / 4. / 2);
  }

  @Test
  void theWordsOfAPaperThatIsNotEmbeddedStandForItsMeaning() {
    assertParts(new Fusion.AboveNoise(.6).fuse(BOTH)[PENDING], .3, .2);
    assertParts(new Fusion.MinMax(.7).fuse(BOTH)[PENDING], .35, .15);
    double second = 61 / 62. / 2;
    assertParts(new Fusion.ReciprocalRank(60).fuse(BOTH)[PENDING], second, second);
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyLegAddsNothing(RankingMethod method) {
    Fusion fusion = method.first();
    assertThat(fusion.fuse(new LegScores(floats(), floats(), 0))).isEmpty();

    Fused[] near = fusion.fuse(new LegScores(floats(.9, .5), floats(0, 0), .1));
    assertThat(near[A].score()).isGreaterThan(near[B].score());
    assertThat(near).allSatisfy(fused -> assertThat(fused.words()).isZero());

    Fused[] words = fusion.fuse(new LegScores(floats(NONE, NONE), floats(2, 1), 0));
    assertThat(words[A].score()).isCloseTo(1, within(1e-6));
    assertThat(words[B].score()).isBetween(.5, .999);
  }
}
