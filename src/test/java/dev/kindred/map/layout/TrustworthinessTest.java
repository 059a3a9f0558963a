package dev.kindred.map.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrustworthinessTest {
  /** On a quarter of a circle, so that cosines fall as places differ. */
  private static Rows arc(int points) {
    float[] values = new float[2 * points];
    for (int i = 0; i < points; i++) {
      values[2 * i] = (float) Math.cos(i * Math.PI / 2 / points);
      values[2 * i + 1] = (float) Math.sin(i * Math.PI / 2 / points);
    }
    return new Rows(values, 2);
  }

  private static double measure(Rows rows, Plane plane, int k) {
    return Trustworthiness.measure(rows, plane, k, 1, _ -> {});
  }

  @Test
  void aPlaneThatShowsTheTruthIsTrustedWholly() {
    Rows rows = arc(101);
    Plane plane = new Plane(101);
    for (int i = 0; i < 101; i++) {
      plane.set(i, rows.at(i, 0), rows.at(i, 1));
    }
    assertThat(measure(rows, plane, 5)).isGreaterThan(.999);
  }

  @Test
  void itIsAsTheFormulaSaysWhereTwoPointsAreExchanged() {
    // On a line 0 to 5 with k = 1, where 0 and 5 have changed places: the plane shows 1 beside 5,
    // and so on. Ranks in truth of those shown: 0→4 is 4, 1→2 and 2→1, 3→2 or 4, 4→3 are 1 or so,
    // and 5→1 is 4; so 3 + 3 is too far, of at most 6 · (12 - 3 - 1) / 2 = 24.
    float[] values = new float[12];
    double[] angle = {0, .1, .19, .29, .38, .48};
    for (int i = 0; i < 6; i++) {
      values[2 * i] = (float) Math.cos(angle[i]);
      values[2 * i + 1] = (float) Math.sin(angle[i]);
    }
    Plane plane = new Plane(6);
    double[] shown = {5.5, 1.3, 2, 3.2, 4, -.1};
    for (int i = 0; i < 6; i++) {
      plane.set(i, shown[i], 0);
    }
    assertThat(measure(new Rows(values, 2), plane, 1)).isCloseTo(1 - 6 / 24.0, within(1e-9));
  }

  @Test
  void pointsThrownAtRandomAreHalfTrusted() {
    Rows rows = Groups.of(1_000, 1_000, 4);
    Random random = new Random(9);
    Plane plane = new Plane(1_000);
    for (int i = 0; i < 1_000; i++) {
      plane.set(i, random.nextDouble(), random.nextDouble());
    }
    assertThat(measure(rows, plane, 15)).isCloseTo(.5, within(.03));
  }

  @Test
  void moreNeighboursThanHalfOfThePointsAreRefused() {
    assertThatThrownBy(() -> measure(arc(10), new Plane(10), 5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
