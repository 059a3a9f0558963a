package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.Pooling;
import org.junit.jupiter.api.Test;

class TokenStatesTest {
  private static final float[] TWO_TOKENS = {3, 4, 3, -4};

  @Test
  void clsPoolingTakesTheFirstToken() {
    assertThat(new TokenStates(TWO_TOKENS, 2).pooled(Pooling.CLS).toArray())
        .containsExactly(.6f, .8f);
  }

  @Test
  void meanPoolingCountsEveryTokenAlike() {
    assertThat(new TokenStates(TWO_TOKENS, 2).pooled(Pooling.MEAN).toArray())
        .containsExactly(1f, 0f);
  }

  @Test
  void statesThatAreNotFiniteAreRefused() {
    TokenStates states = new TokenStates(new float[] {Float.NaN, 1}, 2);

    assertThatThrownBy(() -> states.pooled(Pooling.MEAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no direction");
  }
}
