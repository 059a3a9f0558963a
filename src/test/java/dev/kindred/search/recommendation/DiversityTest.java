package dev.kindred.search.recommendation;

import static dev.kindred.search.recommendation.Vectors.hits;
import static dev.kindred.search.recommendation.Vectors.id;
import static dev.kindred.search.recommendation.Vectors.names;
import static dev.kindred.search.recommendation.Vectors.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiversityTest {
  /** Two twins before one of another kind. */
  private static final Map<PaperId, Embedding> TWINS =
      Map.of(id("p0"), vector(1, 0), id("p1"), vector(1, .01), id("p2"), vector(0, 1));

  @Test
  void withoutItAListStaysAsItIs() {
    assertThat(Diversity.NONE.order(hits(3), TWINS)).isEqualTo(hits(3));
    assertThat(new Diversity(.5).order(List.of(), Map.of())).isEmpty();
  }

  @Test
  void aTwinOfWhatIsThereComesLater() {
    assertThat(names(new Diversity(.1).order(hits(3), TWINS))).containsExactly("p0", "p1", "p2");
    assertThat(names(new Diversity(.6).order(hits(3), TWINS))).containsExactly("p0", "p2", "p1");
  }

  @Test
  void scoresAreTheMixtureOfRelevanceAndDifference() {
    List<Hit> ordered = new Diversity(.6).order(hits(3), TWINS);
    assertThat(ordered.get(0).score()).isEqualTo(1, within(1e-6));
    assertThat(ordered.get(1).score()).isEqualTo(.6, within(1e-6));
    assertThat(ordered.get(2).score()).isEqualTo(.4 * .5, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyPaperIsThereOnceAndNoScoreRises(long seed) {
    Random random = new Random(seed);
    List<Hit> hits = hits(1 + random.nextInt(2 * Diversity.REORDERED));
    Map<PaperId, Embedding> vectors = Vectors.randomVectors(hits, random, 16);
    vectors.keySet().removeIf(_ -> random.nextInt(5) == 0);

    List<Hit> ordered = new Diversity(random.nextDouble()).order(hits, vectors);

    assertThat(names(ordered)).containsExactlyInAnyOrderElementsOf(names(hits));
    assertThat(ordered.getFirst().id()).isEqualTo(hits.getFirst().id());
    for (int i = 1; i < ordered.size(); i++) {
      assertThat(ordered.get(i).score()).isBetween(0.0, ordered.get(i - 1).score());
    }
  }

  @Test
  void atItsFullestOnlyDifferenceCounts() {
    Random random = new Random(5);
    List<Hit> hits = hits(40);
    Map<PaperId, Embedding> vectors = Vectors.randomVectors(hits, random, 8);
    Embedding first = Vectors.of(vectors, id("p0"));
    vectors.put(id("p39"), opposite(first));

    List<Hit> ordered = new Diversity(1).order(hits, vectors);

    assertThat(names(ordered)).startsWith("p0");
    assertThat(first.cosine(Vectors.of(vectors, ordered.get(1).id()))).isLessThan(0.5);
  }

  private static Embedding opposite(Embedding embedding) {
    float[] values = embedding.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = -values[i];
    }
    return Embedding.normalised(values);
  }

  @Test
  void farDownTheListTheOrderStays() {
    List<Hit> hits = hits(Diversity.REORDERED + 50);
    Map<PaperId, Embedding> vectors = Vectors.randomVectors(hits, new Random(3), 8);
    assertThat(names(new Diversity(.9).order(hits, vectors)))
        .endsWith(names(hits.subList(Diversity.REORDERED, hits.size())).toArray(String[]::new));
  }

  @Test
  void papersThatAreAllEqualKeepTheirOrder() {
    Map<PaperId, Embedding> vectors = new HashMap<>();
    hits(5).forEach(hit -> vectors.put(hit.id(), vector(1, 2, 3)));
    assertThat(names(new Diversity(.7).order(hits(5), vectors))).isEqualTo(names(hits(5)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-.1, 1.5, Double.NaN})
  void aShareIsFromNoneToAll(double share) {
    assertThatThrownBy(() -> new Diversity(share))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("diversity is %s; it must be 0 to 1", share);
  }
}
