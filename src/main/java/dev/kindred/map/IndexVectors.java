package dev.kindred.map;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.IndexView;
import dev.kindred.map.layout.Rows;
import dev.kindred.map.layout.VectorSource;
import dev.kindred.paper.PaperId;
import java.util.List;
import java.util.Map;

/** The vectors of embedded papers of a view, read part by part. */
record IndexVectors(IndexView view, List<PaperId> ids) implements VectorSource {
  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public Rows rows(int from, int to) {
    List<PaperId> part = ids.subList(from, to);
    Map<PaperId, Embedding> vectors = view.vectors(part);
    int dimension = vectors.values().iterator().next().dimension();
    float[] values = new float[part.size() * dimension];
    for (int i = 0; i < part.size(); i++) {
      Embedding vector = vectors.get(part.get(i));
      if (vector == null) {
        throw new IllegalStateException("no vector of " + part.get(i));
      }
      System.arraycopy(vector.toArray(), 0, values, i * dimension, dimension);
    }
    return new Rows(values, dimension);
  }
}
