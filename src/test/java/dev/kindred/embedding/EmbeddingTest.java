package dev.kindred.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingTest {
  @ParameterizedTest
  @ValueSource(floats = {0, Float.NaN, Float.POSITIVE_INFINITY})
  void aVectorWithoutDirectionIsNoEmbedding(float value) {
    assertThatThrownBy(() -> Embedding.normalised(new float[] {value, 0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Embedding.ofUnit(new float[] {value, 0}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCosineNeverExceedsOne() {
    assertThat(
            LongStream.range(0, 1_000)
                .mapToObj(EmbeddingTest::random)
                .mapToDouble(embedding -> embedding.cosine(embedding))
                .max())
        .hasValue(1);
  }

  @Test
  void embeddingsAreEqualBitForBit() {
    assertThat(random(1)).isEqualTo(random(1)).isNotEqualTo(random(2));
    assertThat(Embedding.ofUnit(random(1).toArray())).isEqualTo(random(1));
  }

  private static Embedding random(long seed) {
    Random random = new Random(seed);
    float[] values = new float[384];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Embedding.normalised(values);
  }
}
