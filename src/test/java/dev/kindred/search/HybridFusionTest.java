package dev.kindred.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HybridFusionTest {
  private static final PaperId A = new PaperId("a");
  private static final PaperId B = new PaperId("b");
  private static final PaperId C = new PaperId("c");

  @Test
  void bothLegsCountAsTheirShares() {
    List<Hit> fused = HybridFusion.fuse(Map.of(A, .9, B, .8, C, .5), Map.of(B, 10.0, C, 5.0));
    assertThat(fused).extracting(Hit::id).containsExactly(B, A, C);
    assertThat(fused.get(0).score()).isCloseTo(.7 * .75 + .3, within(1e-12));
    assertThat(fused.get(1).score()).isCloseTo(.7, within(1e-12));
    assertThat(fused.get(2).score()).isCloseTo(.15, within(1e-12));
  }

  @Test
  void aPaperThatIsNotEmbeddedYetIsJudgedByItsWordsAlone() {
    List<Hit> fused = HybridFusion.fuse(Map.of(A, .9, B, .3), Map.of(C, 4.0, B, 1.0));
    assertThat(fused).extracting(Hit::id).containsExactly(C, A, B);
    assertThat(fused.getFirst().score()).isCloseTo(1, within(1e-12));
  }

  @Test
  void withoutWordsMeaningDecidesAlone() {
    assertThat(HybridFusion.fuse(Map.of(A, .1, B, .2), Map.of()))
        .extracting(Hit::id)
        .containsExactly(B, A);
  }

  @Test
  void equalScoresAreOrderedById() {
    assertThat(HybridFusion.fuse(Map.of(C, .5, A, .5, B, .5), Map.of()))
        .extracting(Hit::id)
        .containsExactly(A, B, C);
  }

  @Test
  void nothingFoundGivesNothing() {
    assertThat(HybridFusion.fuse(Map.of(), Map.of())).isEmpty();
  }
}
