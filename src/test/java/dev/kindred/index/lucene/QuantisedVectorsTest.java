package dev.kindred.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Samples;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuantisedVectorsTest {
  @Test
  void aVectorTakesAByteAValue() {
    List<Embedding> vectors = List.of(Samples.embedding(1), Samples.embedding(2));

    assertThat(QuantisedVectors.pack(vectors)).hasSize(2 * Samples.DIMENSION);
    assertThat(QuantisedVectors.pack(List.of())).isEmpty();
  }

  @Test
  void cosinesAreNearlyThoseOfTheExactVectors() {
    List<Embedding> exact = LongStream.range(0, 200).mapToObj(Samples::embedding).toList();
    List<Embedding> kept = unpacked(QuantisedVectors.pack(exact));
    Embedding query = Samples.embedding(1_000);

    for (int i = 0; i < exact.size(); i++) {
      assertThat(query.cosine(kept.get(i))).isCloseTo(query.cosine(exact.get(i)), within(.005));
      assertThat(exact.get(i).cosine(kept.get(i))).isGreaterThan(.9995);
    }
  }

  @Test
  void oneLargeValueAmongSmallOnesIsKeptAndItsSignToo() {
    float[] values = new float[Samples.DIMENSION];
    values[3] = -5;
    values[4] = 1;
    Embedding vector = Embedding.normalised(values);

    Embedding kept = unpacked(QuantisedVectors.pack(List.of(vector))).getFirst();
    assertThat(kept.cosine(vector)).isGreaterThan(.9999);
  }

  @Test
  void bytesThatAreNoWholeVectorsAreRefused() {
    assertThatThrownBy(() -> QuantisedVectors.unpack(new byte[10], 0, 10, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Embedding> unpacked(byte[] bytes) {
    return QuantisedVectors.unpack(bytes, 0, bytes.length, Samples.DIMENSION);
  }
}
