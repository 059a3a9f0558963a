package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import org.apache.lucene.util.VectorUtil;

/**
 * The cosine of stored vectors to one, as all answers of an index have it: in single precision, by
 * the processor's vector instructions where the Vector API is there. A search computes thousands.
 * Thread-safe.
 */
final class Cosine {
  private final float[] target;

  Cosine(Embedding target) {
    this.target = target.toArray();
  }

  /**
   * @param vector of unit length, so that the cosine is the dot product but for rounding
   */
  float to(float[] vector) {
    return Math.clamp(VectorUtil.dotProduct(target, vector), -1f, 1f);
  }
}
