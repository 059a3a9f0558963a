package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Vectors and lists for tests of arithmetic. */
final class Vectors {
  private Vectors() {}

  static PaperId id(String text) {
    return new PaperId(text);
  }

  static Embedding vector(double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return Embedding.normalised(floats);
  }

  /** All around a common direction, as a model's are. */
  static Embedding random(Random random, int dimension) {
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = (float) (random.nextGaussian() + 1);
    }
    return Embedding.normalised(values);
  }

  /** The same text but for a few words. */
  static Embedding nearTo(Embedding embedding, Random random) {
    return nearTo(embedding, random, .1);
  }

  /**
   * @param noise its length as a part of the embedding's
   */
  static Embedding nearTo(Embedding embedding, Random random, double noise) {
    float[] values = embedding.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (random.nextGaussian() * noise / Math.sqrt(values.length));
    }
    return Embedding.normalised(values);
  }

  /** Papers p0, p1, … with falling scores. */
  static List<Hit> hits(int count) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hits.add(new Hit(id("p" + i), 1 - (double) i / count));
    }
    return hits;
  }

  static Map<PaperId, Embedding> randomVectors(List<Hit> hits, Random random, int dimension) {
    Map<PaperId, Embedding> vectors = new HashMap<>();
    hits.forEach(hit -> vectors.put(hit.id(), random(random, dimension)));
    return vectors;
  }

  /** A value that must be there. */
  static <T> T of(Map<PaperId, T> values, PaperId id) {
    return Objects.requireNonNull(values.get(id), () -> "nothing for " + id);
  }

  static List<String> names(List<Hit> hits) {
    return hits.stream().map(hit -> hit.id().value()).toList();
  }
}
