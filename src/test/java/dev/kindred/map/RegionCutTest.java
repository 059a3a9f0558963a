package dev.kindred.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionCutTest {
  private final int[] x = new int[1_600];
  private final int[] y = new int[1_600];

  /** Sixteen heaps of a hundred points. */
  private RegionCut heaps() {
    Random random = new Random(2);
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.clamp((int) (8_000 + i % 4 * 16_000 + 900 * random.nextGaussian()), 0, 65_535);
      y[i] =
          Math.clamp((int) (8_000 + i / 4 % 4 * 16_000 + 900 * random.nextGaussian()), 0, 65_535);
    }
    return RegionCut.of(x, y);
  }

  @Test
  void everyHeapIsALargeRegion() {
    RegionCut cut = heaps();
    long large = cut.drafts().stream().filter(draft -> draft.parent().isEmpty()).count();
    assertThat(large).isBetween(16L, 20L);
    assertThat(cut.ofPoint()).hasSize(1_600);
  }

  @Test
  void smallRegionsAreWithinLargeOnesAndHoldAllTheirPoints() {
    RegionCut cut = heaps();
    for (int i = 0; i < cut.drafts().size(); i++) {
      int region = i;
      var parent = cut.drafts().get(i).parent();
      if (parent.isPresent()) {
        assertThat(cut.drafts().get(parent.getAsInt()).parent()).isEmpty();
        assertThat(parent.getAsInt()).isLessThan(i);
        assertThat(cut.ofPoint().stream().filter(of -> of == region).count())
            .isEqualTo(cut.drafts().get(i).points());
      }
    }
    int points =
        cut.drafts().stream()
            .filter(draft -> draft.parent().isEmpty())
            .mapToInt(RegionCut.Draft::points)
            .sum();
    assertThat(points).isEqualTo(1_600);
  }

  @Test
  void fewPointsInOnePlaceAreOneRegion() {
    RegionCut cut = RegionCut.of(new int[10], new int[10]);
    assertThat(cut.drafts()).hasSize(1);
    assertThat(cut.ofPoint()).containsOnly(0);
  }
}
