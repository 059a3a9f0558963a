package dev.kindred.embedding.onnx.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Int8MatrixTest {
  @Test
  void noValueIsOffByMoreThanHalfAStepOfItsColumn() {
    Matrix exact = random(1, 40, 30);
    Int8Matrix rounded = Int8Matrix.byColumn(exact);

    for (int row = 0; row < 40; row++) {
      for (int column = 0; column < 30; column++) {
        float step = rounded.scales().get(column);
        assertThat(Math.abs(rounded.get(row, column) * step - exact.get(row, column)))
            .isLessThanOrEqualTo(step * .5001f);
      }
    }
  }

  @Test
  void theGreatestOfAColumnUsesTheWholeRange() {
    Int8Matrix rounded = Int8Matrix.byColumn(new Matrix(2, 2, new float[] {-3, .015f, 1, .02f}));

    assertThat(rounded.toArray()).containsExactly(-127, 95, 42, 127);
  }

  @Test
  void aTableHasOneScaleForEachRow() {
    Int8Matrix rounded = Int8Matrix.byRow(new Matrix(2, 2, new float[] {2, -1, 20, 10}));

    assertThat(rounded.toArray()).containsExactly(127, -64, 127, 64);
    assertThat(rounded.scales().get(1) / rounded.scales().get(0)).isEqualTo(10f);
  }

  @Test
  void aColumnOfZerosStaysZero() {
    Int8Matrix rounded = Int8Matrix.byColumn(new Matrix(2, 1, new float[] {0, -0f}));

    assertThat(rounded.toArray()).containsOnly(0);
    assertThat(rounded.scales().get(0)).isEqualTo(1);
  }

  @Test
  void theLeastNumbersThereAreStayInRange() {
    Int8Matrix rounded = Int8Matrix.byColumn(new Matrix(1, 1, new float[] {Float.MIN_VALUE * 200}));

    assertThat(rounded.get(0, 0)).isBetween((byte) 1, (byte) 127);
  }

  static Matrix random(long seed, int rows, int columns) {
    Random random = new Random(seed);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Matrix(rows, columns, values);
  }
}
