package dev.kindred.benchmark;

import dev.kindred.embedding.Embedding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Makes any number of vectors out of some: each is one of them, in turn, with noise in all
 * directions, little or much. A graph over them is as hard to search as one over real vectors; the
 * page on benchmarks shows it. The same seed makes the same vectors. Used by one thread.
 */
public final class GeneratedVectors {
  /**
   * How long the noise is at most, as a share of the vector; how long it is, is drawn evenly up to
   * there. Noise of one length makes vectors that differ too little in how near they are to others.
   * Found by comparing recall with that of real vectors.
   */
  static final double MOST_NOISE = .6;

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
    double scale = random.nextDouble(MOST_NOISE) / Math.sqrt(values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (scale * random.nextGaussian());
    }
    return Embedding.normalised(values);
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
        values[j] = (float) (random.nextGaussian() / Math.sqrt(j + 4));
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
