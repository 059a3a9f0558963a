package dev.kindred.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedVectorsTest {
  @Test
  void theSameSeedMakesTheSameVectors() {
    List<Embedding> base = GeneratedVectors.synthetic(16, 1);
    GeneratedVectors one = new GeneratedVectors(base, 5);
    GeneratedVectors same = new GeneratedVectors(base, 5);
    GeneratedVectors other = new GeneratedVectors(base, 6);

    Embedding first = one.next();
    assertThat(same.next()).isEqualTo(first);
    assertThat(other.next()).isNotEqualTo(first);
    assertThat(one.next()).isNotEqualTo(first);
  }

  @Test
  void aGeneratedVectorIsNearTheOneItIsMadeOf() {
    List<Embedding> base = GeneratedVectors.synthetic(384, 1).subList(0, 3);
    GeneratedVectors generated = new GeneratedVectors(base, 1);

    for (int i = 0; i < 6; i++) {
      assertThat(generated.next().cosine(base.get(i % 3))).isBetween(.84, 1.0);
    }
  }

  @Test
  void queriesAreKeptOutOfTheIndexAndTheRestComesFirst() {
    List<Embedding> base = GeneratedVectors.synthetic(16, 1).subList(0, 100);
    VectorSet set = VectorSet.of(base, 150, 20, false, 1);
    List<Embedding> vectors = Stream.generate(set.vectors()).limit(150).toList();

    assertThat(set.real()).isEqualTo(80);
    assertThat(base).containsAll(vectors.subList(0, 80)).containsAll(set.queries());
    assertThat(vectors).doesNotContainAnyElementsOf(set.queries());
    assertThat(base).doesNotContainAnyElementsOf(vectors.subList(80, 150));
  }

  @Test
  void aBaseThatIsTooSmallForTheQueriesIsRefused() {
    List<Embedding> base = GeneratedVectors.synthetic(16, 1).subList(0, 30);

    assertThatThrownBy(() -> VectorSet.of(base, 10, 20, false, 1))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("20 queries need 40");
  }
}
