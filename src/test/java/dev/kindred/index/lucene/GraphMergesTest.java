package dev.kindred.index.lucene;

import static dev.kindred.index.lucene.GraphMerges.isWorthIt;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GraphMergesTest {
  @Test
  void whatGetsNoGraphIsMergedAtOnce() {
    assertThat(isWorthIt(WriterConfig.GRAPH_FROM - 1, 1_000_000, false)).isTrue();
  }

  @Test
  void aGraphInABulkIsTwiceAsLargeAsAnyOther() {
    assertThat(isWorthIt(160_000, 20_000, true)).isTrue();
    assertThat(isWorthIt(160_000, 80_000, true)).isTrue();
    assertThat(isWorthIt(160_000, 80_001, true)).isFalse();
  }

  @Test
  void onlyOneGraphIsMadeAtATimeInABulk() {
    assertThat(isWorthIt(160_000, 20_000, false)).isFalse();
  }
}
