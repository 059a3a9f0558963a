package dev.kindred.embedding.onnx.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done about channels that are much greater than the others. */
class OutliersTest {
  @Test
  void theFewGreatChannelsAreAGroupOfTheirOwn() {
    float[] magnitudes = new float[128];
    for (int i = 0; i < magnitudes.length; i++) {
      magnitudes[i] = i % 50 == 7 ? 20 : 1 + i / 1000f;
    }

    List<List<Integer>> groups =
        FeedForwardSplit.groups(new Channels(magnitudes), Int8MatrixTest.random(1, 128, 8));

    assertThat(groups).hasSize(2);
    assertThat(groups.getFirst()).hasSize(32).startsWith(7, 57, 107, 127);
    assertThat(groups.getLast()).hasSize(96).doesNotContain(7, 57, 107);
  }

  @Test
  void aNarrowLayerIsNotParted() {
    Channels magnitudes = Channels.all(32, 1);

    assertThat(FeedForwardSplit.groups(magnitudes, Int8MatrixTest.random(1, 32, 8))).hasSize(1);
  }

  @Test
  void equalChannelsKeepTheirOrder() {
    List<List<Integer>> groups =
        FeedForwardSplit.groups(Channels.all(64, 1), Int8MatrixTest.random(1, 64, 8));

    assertThat(groups.stream().flatMap(List::stream)).isSorted().hasSize(64);
  }

  @Test
  void smoothingBringsGreatInputsNearerToTheOthers() {
    Channels inputs = new Channels(new float[] {1, 100, 1, 1});
    Channels factors = Smoothing.factors(inputs, List.of(Int8MatrixTest.random(2, 4, 6)));
    Channels smooth = inputs.over(factors);

    assertThat(smooth.get(1) / smooth.get(0)).isBetween(1f, 10f);
  }

  @Test
  void smoothingFactorsHaveAGeometricMeanOfOne() {
    Channels inputs = new Channels(new float[] {3, .2f, 0, 17, 5});
    Channels factors = Smoothing.factors(inputs, List.of(Int8MatrixTest.random(3, 5, 6)));

    double logarithms = 0;
    for (int i = 0; i < factors.size(); i++) {
      logarithms += Math.log(factors.get(i));
    }
    assertThat(logarithms).isCloseTo(0, within(1e-5));
  }
}
