package dev.kindred.map.layout;

import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * Moves points so that those that belong together come together: UMAP's descent along the cross
 * entropy between what the graph says and what the plane shows (McInnes, Healy and Melville 2018,
 * arXiv:1802.03426, algorithm 5). In each epoch an edge draws its ends together as often as its
 * weight says, and for each pull a few points drawn at random push away.
 */
public final class Layout {
  /**
   * 1 / (1 + a·d^(2b)) comes as near as it can to 1 up to a distance of .05, exp(.05 - d) after.
   */
  private static final double A = 1.74;

  private static final double B = 0.84;

  private static final int EPOCHS = 300;
  private static final int PUSHES = 5;
  private static final float LONGEST_STEP = 4;
  private static final double NOT_ZERO = 1e-3;
  private static final int EDGES_A_STEP = 1 << 14;

  private final FuzzyGraph graph;
  private final Plane plane;
  private final SplittableRandom random;
  private final float highest;

  /** Of each edge the epoch in which it pulls next. */
  private final float[] next;

  private Layout(FuzzyGraph graph, Plane plane, long seed) {
    this.graph = graph;
    this.plane = plane;
    this.random = new SplittableRandom(seed);
    this.highest = graph.highestWeight();
    this.next = new float[graph.edges()];
    for (int edge = 0; edge < next.length; edge++) {
      next[edge] = highest / graph.weight(edge);
    }
  }

  /**
   * Lays out vectors by their neighbours.
   *
   * @param progress is told the share that is done, often; what it throws ends this
   */
  public static Plane of(Rows rows, Neighbours neighbours, long seed, DoubleConsumer progress) {
    FuzzyGraph graph = FuzzyGraph.of(neighbours);
    Layout layout = new Layout(graph, PrincipalPlane.of(rows, seed), seed);
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      layout.epoch(epoch, progress);
    }
    return layout.plane;
  }

  private void epoch(int epoch, DoubleConsumer progress) {
    double done = (epoch - 1.0) / EPOCHS;
    float rate = (float) (1 - done);
    for (int edge = 0; edge < next.length; edge++) {
      if (edge % EDGES_A_STEP == 0) {
        progress.accept(done);
      }
      if (next[edge] <= epoch) {
        next[edge] += highest / graph.weight(edge);
        pull(graph.tail(edge), graph.head(edge), rate);
        push(graph.tail(edge), rate);
        pull(graph.head(edge), graph.tail(edge), rate);
        push(graph.head(edge), rate);
      }
    }
  }

  private void pull(int one, int other, float rate) {
    float x = plane.x(one) - plane.x(other);
    float y = plane.y(one) - plane.y(other);
    double squared = x * x + y * y;
    if (squared > 0) {
      double power = A * Math.pow(squared, B);
      double gradient = -2 * B * power / (squared * (power + 1));
      float stepX = rate * step(gradient * x);
      float stepY = rate * step(gradient * y);
      plane.move(one, stepX, stepY);
      plane.move(other, -stepX, -stepY);
    }
  }

  private void push(int point, float rate) {
    for (int i = 0; i < PUSHES; i++) {
      int other = random.nextInt(plane.size());
      float x = plane.x(point) - plane.x(other);
      float y = plane.y(point) - plane.y(other);
      double squared = x * x + y * y;
      double gradient = 2 * B / ((NOT_ZERO + squared) * (A * Math.pow(squared, B) + 1));
      plane.move(point, rate * step(gradient * x), rate * step(gradient * y));
    }
  }

  private static float step(double wanted) {
    return (float) Math.clamp(wanted, -LONGEST_STEP, LONGEST_STEP);
  }
}
