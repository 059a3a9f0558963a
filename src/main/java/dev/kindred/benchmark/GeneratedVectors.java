package dev.kindred.benchmark;

import dev.kindred.embedding.Embedding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Makes any number of vectors out of some: each is one of them, in turn, with noise, little or
 * much, in the direction in which two others differ. So the new ones spread in the few directions
 * in which those of a collection do; noise in all directions makes them harder to search the more
 * there are. A graph over them is as hard to search as one over real vectors; the page on
 * benchmarks shows it. The same seed makes the same vectors. Used by one thread.
 */
public final class GeneratedVectors {
  /** How long the noise is at most, as a share of the vector; it is drawn evenly up to there. */
  private static final double MOST_NOISE = .8;

  /** How fast directions hold less; found by comparing recall with that of real vectors. */
  private static final double DECAY = 1.2;

  private static final int SYNTHETIC = 20_000;

  private final List<Embedding> base;
  private final SplittableRandom random; // not the numbers that a base of the same seed is made of
  private int next;

  public GeneratedVectors(List<Embedding> base, long seed) {
    this.base = List.copyOf(base);
    this.random = new SplittableRandom(seed);
  }

  public Embedding next() {
    float[] values = base.get(next).toArray();
    next = (next + 1) % base.size();
    float[] noise = difference();
    double scale = random.nextDouble(MOST_NOISE) / length(noise);
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (scale * noise[i]);
    }
    return Embedding.normalised(values);
  }

  private float[] difference() {
    float[] one = drawn();
    float[] other = drawn();
    for (int i = 0; i < one.length; i++) {
      one[i] -= other[i];
    }
    return one;
  }

  private float[] drawn() {
    return base.get(random.nextInt(base.size())).toArray();
  }

  /** Never 0, as that of a vector less itself. */
  private static double length(float[] values) {
    double squares = Double.MIN_NORMAL;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  /**
   * A base for want of real vectors. As with real ones few directions hold most of what differs,
   * and all have something in common.
   */
  public static List<Embedding> synthetic(int dimension, long seed) {
    Random random = new Random(seed);
    List<Embedding> vectors = new ArrayList<>();
    for (int i = 0; i < SYNTHETIC; i++) {
      float[] values = new float[dimension];
      for (int j = 0; j < dimension; j++) {
        values[j] = (float) (random.nextGaussian() / Math.pow(j + 4, DECAY));
      }
      values[0] += 1;
      vectors.add(Embedding.normalised(values));
    }
    return vectors;
  }

  /** The same vectors in an order that is drawn. */
  static List<Embedding> shuffled(List<Embedding> vectors, long seed) {
    List<Embedding> shuffled = new ArrayList<>(vectors);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }
}
