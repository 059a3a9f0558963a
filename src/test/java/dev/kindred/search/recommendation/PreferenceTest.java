package dev.kindred.search.recommendation;

import static dev.kindred.search.recommendation.Vectors.id;
import static dev.kindred.search.recommendation.Vectors.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {
  private static List<Embedding> some(int count, Random random) {
    return Stream.generate(() -> Vectors.random(random, 12)).limit(count).toList();
  }

  @Test
  void theMeanOfOneExampleIsTheExample() {
    Embedding only = vector(1, 2, 3);
    assertThat(MeanPreference.direction(List.of(only), List.of()).cosine(only))
        .isEqualTo(1, within(1e-6));
  }

  @Test
  void theMeanTurnsAwayFromWhatIsDisliked() {
    Embedding direction =
        MeanPreference.direction(
            List.of(vector(1, 0, 0), vector(0, 1, 0)), List.of(vector(0, 1, 0)));
    assertThat(direction.cosine(vector(1, 0, 0)))
        .isGreaterThan(direction.cosine(vector(0, 1, 0)) + .4);
    assertThat(direction.cosine(direction)).isEqualTo(1, within(1e-6));
  }

  @Test
  void examplesThatCancelOutStillPointSomewhere() {
    Embedding same = vector(1, 0);
    assertThat(MeanPreference.direction(List.of(same), List.of(same)).cosine(same))
        .isEqualTo(1, within(1e-6));
  }

  @Test
  void theNearestOfSeveralInterestsDecides() {
    List<Embedding> interests = List.of(vector(1, 0, 0), vector(0, 1, 0));
    var best = new BestScorePreference(interests, List.of(), List.of(vector(0, 0, 1)));
    var mean = new MeanPreference(interests, List.of(), List.of(vector(0, 0, 1)));
    Embedding ofOne = vector(1, .1, 0);
    Embedding between = vector(1, 1, .5);
    assertThat(best.nearness(ofOne)).isGreaterThan(best.nearness(between));
    assertThat(mean.nearness(ofOne)).isLessThan(mean.nearness(between));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsNearerToADislikedExampleStandsBehindEverythingElse(long seed) {
    Random random = new Random(seed);
    List<Embedding> liked = some(1 + random.nextInt(4), random);
    List<Embedding> disliked = some(1 + random.nextInt(4), random);
    var preference = new BestScorePreference(liked, disliked, List.of());
    Map<PaperId, Double> nearness = new HashMap<>();
    Map<PaperId, Double> bm25 = new HashMap<>();
    Map<PaperId, Boolean> nearerToDisliked = new HashMap<>();
    for (Embedding paper : some(100, random)) {
      PaperId id = id("p" + nearness.size());
      nearness.put(id, preference.nearness(paper));
      bm25.put(id, random.nextDouble() * 20);
      nearerToDisliked.put(id, nearest(paper, disliked) > nearest(paper, liked));
    }
    List<Boolean> order =
        PreferenceFusion.fuse(nearness, bm25).stream()
            .map(hit -> nearerToDisliked.get(hit.id()))
            .toList();
    assertThat(order).contains(true, false).isSorted();
  }

  private static double nearest(Embedding paper, List<Embedding> examples) {
    return examples.stream().mapToDouble(paper::cosine).max().orElseThrow();
  }

  @Test
  void bothScoresAreScaledByTheBestAndMixed() {
    List<Hit> fused =
        PreferenceFusion.fuse(
            Map.of(id("a"), .4, id("b"), .2, id("c"), 0.0, id("d"), -.3),
            Map.of(id("b"), 10.0, id("c"), 5.0, id("d"), 10.0, id("pending"), 5.0));
    assertThat(fused)
        .containsExactly(
            new Hit(id("a"), .9),
            new Hit(id("b"), .9 * .5 + (1 - .9)),
            new Hit(id("pending"), .9 * .5 + (1 - .9) * .5),
            new Hit(id("c"), (1 - .9) * .5),
            new Hit(id("d"), -.3));
  }

  @Test
  void withoutAnyScoresThereIsNothing() {
    assertThat(PreferenceFusion.fuse(Map.of(), Map.of())).isEmpty();
    assertThat(PreferenceFusion.fuse(Map.of(id("a"), 0.0), Map.of()))
        .containsExactly(new Hit(id("a"), 0));
  }
}
