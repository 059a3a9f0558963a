package dev.kindred.map.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final int POINTS = 300;
  private static final int GROUPS = 6;

  private final Rows rows = Groups.of(POINTS, GROUPS, 3);
  private final Neighbours neighbours = Groups.neighbours(rows, 15);

  @Test
  void whatIsNearByCosineIsNearInThePlane() {
    Plane plane = Layout.of(rows, neighbours, 1, _ -> {});
    assertThat(Trustworthiness.measure(rows, plane, 15, 1, _ -> {})).isGreaterThan(.85);
    int ofOneGroup = 0;
    for (int i = 0; i < POINTS; i++) {
      int nearest = i == 0 ? 1 : 0;
      for (int j = 0; j < POINTS; j++) {
        if (j != i && plane.distance(i, j) < plane.distance(i, nearest)) {
          nearest = j;
        }
      }
      ofOneGroup += nearest % GROUPS == i % GROUPS ? 1 : 0;
    }
    assertThat(ofOneGroup).isGreaterThan(POINTS * 95 / 100);
  }

  @Test
  void theSameSeedGivesTheSamePlane() {
    Plane one = Layout.of(rows, neighbours, 1, _ -> {});
    Plane same = Layout.of(rows, neighbours, 1, _ -> {});
    Plane other = Layout.of(rows, neighbours, 2, _ -> {});
    for (int i = 0; i < POINTS; i++) {
      assertThat(same.x(i)).isEqualTo(one.x(i));
      assertThat(same.y(i)).isEqualTo(one.y(i));
    }
    assertThat(other.x(0)).isNotEqualTo(one.x(0));
  }

  @Test
  void equalVectorsHavePlaces() {
    float[] values = new float[20 * Groups.DIMENSION];
    for (int i = 0; i < 20; i++) {
      values[i * Groups.DIMENSION] = 1;
    }
    Rows equal = new Rows(values, Groups.DIMENSION);
    Plane plane = Layout.of(equal, Groups.neighbours(equal, 5), 1, _ -> {});
    for (int i = 0; i < 20; i++) {
      assertThat(plane.x(i)).isFinite();
      assertThat(plane.y(i)).isFinite();
    }
  }

  @Test
  void whoIsToldOfProgressMayEndIt() {
    assertThatThrownBy(() ->
            Layout.of(
                rows,
                neighbours,
                1,
                share -> {
                  if (share > .1) {
                    throw new CancellationException();
                  }
                }))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void cellsFindNineOfTenNeighbours() {
    Rows many = Groups.of(2_000, 40, 5);
    Neighbours exact = Groups.neighbours(many, 10);
    Neighbours found = Cells.of(many, 1, _ -> {}).nearest(many, 10, true, _ -> {});
    int same = 0;
    for (int i = 0; i < many.size(); i++) {
      for (int rank = 0; rank < 10; rank++) {
        for (int other = 0; other < found.count(i); other++) {
          same += exact.place(i, rank) == found.place(i, other) ? 1 : 0;
        }
      }
    }
    assertThat(same).isGreaterThan(2_000 * 10 * 9 / 10);
  }

  @Test
  void placedPointsKeepTheTrust() {
    Rows all = Groups.of(900, 9, 7);
    Rows landmarks = all.rows(0, 300);
    Cells cells = Cells.of(landmarks, 1, _ -> {});
    Plane plane = Layout.of(landmarks, Groups.neighbours(landmarks, 15), 1, _ -> {}).grown(900);
    Rows others = all.rows(300, 900);
    Placement.place(plane, 300, cells.nearest(others, Placement.NEIGHBOURS, false, _ -> {}));
    assertThat(Trustworthiness.measure(all, plane, 15, 1, _ -> {})).isGreaterThan(.85);
  }
}
