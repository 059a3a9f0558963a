package dev.kindred.embedding.onnx.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts the channels of a wide layer in two groups that are quantised apart, so that the few great
 * ones do not set the step for all. The cut is where the expected error is least: the square of a
 * group's range, times what its rounding errors are multiplied with.
 */
final class FeedForwardSplit {
  /** GELU's least value: the range of a group reaches from here to its greatest. */
  private static final double GELU_DEPTH = .17;

  /** What the kernels like to have as a width. */
  private static final int STEP = 32;

  private FeedForwardSplit() {}

  /**
   * One group or two, greatest channels first.
   *
   * @param magnitudes the greatest of each channel behind the GELU
   * @param down the weights behind it
   */
  static List<List<Integer>> groups(Channels magnitudes, Matrix down) {
    List<Integer> order =
        IntStream.range(0, magnitudes.size())
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(channel -> -magnitudes.get(channel)))
            .toList();
    int cut = bestCut(order, magnitudes, down);
    return cut == 0
        ? List.of(order)
        : List.of(
            List.copyOf(order.subList(0, cut)), List.copyOf(order.subList(cut, order.size())));
  }

  private static int bestCut(List<Integer> order, Channels magnitudes, Matrix down) {
    List<Double> weightBefore = new ArrayList<>(List.of(0.0));
    for (int channel : order) {
      weightBefore.add(weightBefore.getLast() + down.rowSquare(channel));
    }
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int cut = STEP; cut < order.size(); cut += STEP) {
      double great = square(magnitudes.get(order.getFirst())) * weightBefore.get(cut);
      double small =
          square(magnitudes.get(order.get(cut))) * (weightBefore.getLast() - weightBefore.get(cut));
      if (great + small < least) {
        least = great + small;
        best = cut;
      }
    }
    return best;
  }

  private static double square(double magnitude) {
    return (magnitude + GELU_DEPTH) * (magnitude + GELU_DEPTH);
  }
}
