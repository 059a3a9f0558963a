package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import java.util.ArrayList;
import java.util.List;

/**
 * Vectors of one dimension in a byte a value. Each is scaled so that its largest value is 127, and
 * the scale is not kept: a vector of unit length is known by its direction. A cosine differs by
 * less than .005 from that of the exact vector. Pure arithmetic.
 */
final class QuantisedVectors {
  private static final int LARGEST = 127;

  private QuantisedVectors() {}

  /** One after the other. */
  static byte[] pack(List<Embedding> vectors) {
    int size = vectors.stream().mapToInt(Embedding::dimension).sum();
    byte[] packed = new byte[size];
    int at = 0;
    for (Embedding vector : vectors) {
      float[] values = vector.toArray();
      float scale = LARGEST / largest(values);
      for (float value : values) {
        packed[at++] = (byte) Math.round(value * scale);
      }
    }
    return packed;
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /**
   * Reads vectors back.
   *
   * @throws IllegalArgumentException if the bytes are no vectors of this dimension
   */
  static List<Embedding> unpack(byte[] bytes, int from, int to, int dimension) {
    if ((to - from) % dimension != 0) {
      throw new IllegalArgumentException(
          "%d bytes are no vectors of %d dimensions".formatted(to - from, dimension));
    }
    List<Embedding> vectors = new ArrayList<>();
    float[] values = new float[dimension];
    for (int at = from; at < to; at += dimension) {
      for (int i = 0; i < dimension; i++) {
        values[i] = bytes[at + i];
      }
      vectors.add(Embedding.normalised(values));
    }
    return vectors;
  }
}
